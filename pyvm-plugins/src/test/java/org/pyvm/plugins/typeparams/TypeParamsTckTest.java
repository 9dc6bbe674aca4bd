package org.pyvm.plugins.typeparams;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class TypeParamsTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new TypeParamsPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "class Meta(type): __repr__ = lambda self: repr(self.__type_params__)",
                "class result[T: int, *Ts, **P](metaclass=Meta): x = T",
                "(T, Ts, P)",
                "def f[T](x: T.nothing): pass",
                "def f[T](x: T.nothing): pass",
                "def f[T, 5](): pass",
                "5");
    }
}
