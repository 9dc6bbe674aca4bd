package ${package};

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

/** The statement in every tool: tokens, ast, dis, tracebacks, the prompt, every strategy. */
class ${className}TckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new ${className}Plugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "n = 3",
                "${name} n:\n    result = 'again'",
                "'again'",
                "${name} 'x':\n    pass",
                "'x'",
                "${name} 3\n    pass",
                "");
    }
}
