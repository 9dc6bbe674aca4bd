package org.pyvm.plugins.unless;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class UnlessTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new UnlessPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "x = 0",
                "unless x:\n    result = 1\nelse:\n    result = 2",
                "1",
                "unless 1 / x:\n    pass",
                "1 / x",
                "unless x\n    pass",
                "");
    }
}
