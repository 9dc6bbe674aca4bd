package org.pyvm.plugins.typeparams;

import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class TypeAliasTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new TypeParamsPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "from typing import Any\nresult = []",
                "type result[T] = list[T]; result = result.__value__, result.__type_params__",
                "(list[T], (T,))",
                "type a[T] = list[T]; a[0].no[1 / 0]",
                "a[0].no",
                "type a[T]() = int",
                "() = int");
    }
}
