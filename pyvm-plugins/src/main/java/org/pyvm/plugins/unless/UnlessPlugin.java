package org.pyvm.plugins.unless;

import com.google.auto.service.AutoService;
import org.pyvm.runtime.PyvmPlugin;

/** {@code unless x:} runs its body when {@code x} is false, {@code until x:} until it is true. Both may have an else. */
@AutoService(PyvmPlugin.class)
public final class UnlessPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        grammar("""
            compound_stmt: ... | unless_stmt | until_stmt
            unless_stmt: "unless" namedexpr_test ':' suite ['else' ':' suite]
            until_stmt: "until" namedexpr_test ':' suite ['else' ':' suite]
            """);
        lowering("unless_stmt", "if not $1:\n    $3\nelse:\n    $6");
        lowering("until_stmt", "while not $1:\n    $3\nelse:\n    $6");
    }
}
