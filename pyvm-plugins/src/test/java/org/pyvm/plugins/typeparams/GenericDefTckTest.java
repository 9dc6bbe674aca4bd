package org.pyvm.plugins.typeparams;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class GenericDefTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new TypeParamsPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "n = 0",
                "if n == 0:\n"
                        + "    def f[T: int, *Ts, **P](x: T, y=n) -> T: return x\n"
                        + "    result = f.__type_params__, f(5), str(f.__annotations__)",
                "((T, Ts, P), 5, \"{'x': T, 'return': T}\")",
                "def f[T](x: T.nothing): pass",
                "def f[T](x: T.nothing): pass",
                "def f[](x): pass",
                "](x): pass");
    }
}
