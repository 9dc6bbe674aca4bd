package org.pyvm.modules.ctypes;

import org.pyvm.objects.PyType;

/** The types of C types: classes of Python whose making works out a layout. */
final class Metatypes {
    static final PyType SIMPLE = make("PyCSimpleType", SimpleTypes::complete);
    static final PyType STRUCTURE = make("PyCStructType", StructureTypes::completeStructure);
    static final PyType UNION = make("UnionType", StructureTypes::completeUnion);
    static final PyType ARRAY = make("PyCArrayType", SequenceTypes::completeArray);
    static final PyType POINTER = PyType.builtin(
            "_ctypes",
            "PyCPointerType",
            PyType.TYPE,
            new MetatypeSlots(SequenceTypes::completePointer),
            new PointerMetatypeExposed());
    static final PyType FUNCTION = make("PyCFuncPtrType", FunctionTypes::complete);

    private Metatypes() {}

    private static PyType make(String name, MetatypeSlots.Completion completion) {
        return PyType.builtin("_ctypes", name, PyType.TYPE, new MetatypeSlots(completion), new MetatypeExposed());
    }
}
