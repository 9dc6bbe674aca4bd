package org.pyvm.plugins.exceptlist;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class ExceptStarTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new ExceptListPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "group = ExceptionGroup('g', [KeyError(1), ValueError(2)])",
                "try:\n    raise group\nexcept* KeyError, ValueError:\n    result = 1",
                "1",
                "try:\n    raise group\nexcept* KeyError, IndexError:\n    pass",
                "raise group",
                "try: pass\nexcept* A, B as e: pass",
                "A, B");
    }
}
