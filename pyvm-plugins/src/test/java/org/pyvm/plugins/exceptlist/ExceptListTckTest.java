package org.pyvm.plugins.exceptlist;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class ExceptListTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new ExceptListPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "x = 0",
                "try:\n    1 / x\nexcept ValueError, ZeroDivisionError:\n    result = 1",
                "1",
                "try:\n    1 / x\nexcept ValueError, KeyError:\n    pass",
                "1 / x",
                "try: pass\nexcept A, B as e: pass",
                "A, B");
    }
}
