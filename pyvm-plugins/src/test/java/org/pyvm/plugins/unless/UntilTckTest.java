package org.pyvm.plugins.unless;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class UntilTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new UnlessPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "class box: n = 0",
                "until box.n > 2: result = box.n = box.n + 1",
                "3",
                "until box.y:\n    pass",
                "box.y",
                "until x = 1: pass",
                "x = 1");
    }
}
