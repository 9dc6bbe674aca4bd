package ${package};

import com.google.auto.service.AutoService;
import org.pyvm.runtime.PyvmPlugin;

/** {@code ${name} n: ...} runs its body n times. */
@AutoService(PyvmPlugin.class)
public final class ${className}Plugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        grammar("""
            compound_stmt: ... | ${name}_stmt
            ${name}_stmt: "${name}" test ':' suite
            """);
        // i is not the program's i: names that a template makes cannot be written in programs.
        lowering("${name}_stmt", "for i in range($1):\n    $3");
    }
}
