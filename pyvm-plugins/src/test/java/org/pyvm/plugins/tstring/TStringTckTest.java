package org.pyvm.plugins.tstring;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class TStringTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new TStringPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "x = 4",
                "result = t\"a{x!r:>5}b\".values + t\"{x}{1}\".strings",
                "(4, '', '', '')",
                "y = t\"{x.y}\"",
                "x.y",
                "t\"a\" \"b\"",
                "\"b\"");
    }
}
