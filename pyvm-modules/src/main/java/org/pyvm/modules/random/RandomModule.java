package org.pyvm.modules.random;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyType;

/** The module {@code _random}. */
@PythonModule("_random")
public final class RandomModule {
    @PythonConstant("Random")
    static final PyType RANDOM = RandomGenerator.TYPE;

    RandomModule() {}
}
