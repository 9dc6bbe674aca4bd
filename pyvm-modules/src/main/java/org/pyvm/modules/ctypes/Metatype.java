package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonType;

/** The methods that all metaclasses have. */
@PythonType(
        name = "PyCSimpleType",
        module = "_ctypes",
        parts = {FromMemory.class, FromParam.class})
final class Metatype {
    private Metatype() {}
}
