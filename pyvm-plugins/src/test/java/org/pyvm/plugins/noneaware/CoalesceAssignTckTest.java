package org.pyvm.plugins.noneaware;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class CoalesceAssignTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new NoneAwarePlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "class box: v = None",
                "box.v ??= 5; result = box.v",
                "5",
                "box.v ??= 1 / 0",
                "1 / 0",
                "1 ??= 2",
                "??=");
    }
}
