package org.pyvm.plugins.noneaware;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class NoneItemTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new NoneAwarePlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "x = None",
                "result = [x?[1/0], x?[0].a[1], [5]?[0], (1, 2, 3)?[1:]]",
                "[None, None, 5, (2, 3)]",
                "x = [1]?[2]",
                "[1]?[2]",
                "x?[]",
                "]");
    }
}
