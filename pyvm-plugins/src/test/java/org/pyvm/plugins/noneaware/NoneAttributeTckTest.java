package org.pyvm.plugins.noneaware;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class NoneAttributeTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new NoneAwarePlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "x = None",
                "result = [x?.a.b, (1)?.real, x?.f(1/0)]",
                "[None, 1, None]",
                "x = (1)?.missing",
                "(1)?.missing",
                "x?.1",
                "1");
    }
}
