package org.pyvm.plugins.sexpr;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class SexprTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new SexprPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "from __syntax__ import sexpr",
                "(set result (tuple (+ 1 2)\n            [\"a\" 1] (if 0 1 (list-of (* i i) i (range 3)))))",
                "(3, ['a', 1], [0, 1, 4])",
                "(print (+ 1\n  (// 1 0)))",
                "(// 1 0)",
                "from __syntax__ import sexpr\n(set (f) 1)",
                "(set");
    }

    @Override
    protected boolean readsPython() {
        return false;
    }
}
