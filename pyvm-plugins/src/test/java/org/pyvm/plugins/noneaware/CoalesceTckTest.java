package org.pyvm.plugins.noneaware;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class CoalesceTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new NoneAwarePlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "x = None",
                "result = [x ?? 3, 0 ?? (1 / 0), x ?? x ?? 5]",
                "[3, 0, 5]",
                "y = x ?? (1 / 0)",
                "1 / 0",
                "x = 1 ?? = 2",
                "= 2");
    }
}
