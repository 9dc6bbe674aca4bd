package org.pyvm.plugins.tck;

import org.pyvm.plugins.noneaware.NoneAwarePlugin;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class NoneAwareTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new NoneAwarePlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "x = None",
                "result = [x?.a.b, x?[1/0], x ?? 3, (1)?.real]",
                "[None, None, 3, 1]",
                "x = (1)?.missing",
                "(1)?.missing",
                "x?.1",
                "1");
    }
}
