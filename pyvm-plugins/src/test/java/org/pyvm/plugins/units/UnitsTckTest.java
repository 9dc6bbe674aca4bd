package org.pyvm.plugins.units;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class UnitsTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new UnitsPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct("x = 2", "result = x * 5km + 1m", "10001 m", "y = 5km + 2s", "5km + 2s", "x = 5km 6", "6");
    }
}
