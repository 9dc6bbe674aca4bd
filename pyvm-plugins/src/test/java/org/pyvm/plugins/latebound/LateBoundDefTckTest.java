package org.pyvm.plugins.latebound;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class LateBoundDefTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new LateBoundPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "n = 0",
                "if n == 0:\n    def f(a, b=>a * 2, *, c=>b + 1): return a, b, c\n    result = f(1)",
                "(1, 2, 3)",
                "def f(a=>1 / 0): pass\nf()",
                "f()",
                "def f(a=>1, b): pass",
                "b");
    }
}
