package org.pyvm.plugins.pipe;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class PipeTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new PipePlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "def add(a, b=1): return a + b",
                "result = 2 |> add(b=3) |> (lambda x: x * 2)",
                "10",
                "x = 2 |> add(\"a\")",
                "2 |> add(\"a\")",
                "x = 1 |> = 2",
                "= 2");
    }
}
