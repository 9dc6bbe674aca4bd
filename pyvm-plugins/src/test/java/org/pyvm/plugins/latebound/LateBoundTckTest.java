package org.pyvm.plugins.latebound;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class LateBoundTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new LateBoundPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "n = 0",
                "result = (lambda a, b=>a * 2, *, c=>b + 1: (a, b, c))(1)",
                "(1, 2, 3)",
                "x = (lambda a=>1 / 0: a)()",
                "(lambda a=>1 / 0: a)()",
                "def f(a=>): pass",
                ")");
    }
}
