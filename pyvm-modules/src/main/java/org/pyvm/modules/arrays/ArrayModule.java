package org.pyvm.modules.arrays;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code array}. */
@PythonModule("array")
public final class ArrayModule {
    @PythonConstant("array")
    static final PyType ARRAY = PyArray.TYPE;

    @PythonConstant("ArrayType")
    static final PyType ARRAY_TYPE = PyArray.TYPE;

    @PythonConstant("typecodes")
    static final PyObject TYPE_CODES = PyStr.ofBmp("bBuhHiIlLqQfd");

    private static final PyStr MUTABLE_SEQUENCE = PyStr.intern("MutableSequence");

    ArrayModule() {}

    /** Arrays are sequences for {@code collections.abc} too. */
    @PythonModuleInit
    void register(ThreadState thread) {
        PyObject abstractTypes = Importing.importModule(
                thread, PyStr.intern("collections.abc"), Singletons.NONE, PyTuple.of(MUTABLE_SEQUENCE), 0);
        PyObject mutableSequence = Attributes.get(thread, abstractTypes, MUTABLE_SEQUENCE);
        Calls.callMethod(thread, mutableSequence, PyStr.intern("register"), PyArray.TYPE);
    }

    @PythonFunction("_array_reconstructor(arraytype, typecode, mformat_code, items, /)")
    static PyObject reconstruct(
            ThreadState thread, PyObject arrayType, PyObject typeCode, int machineFormat, PyObject items) {
        if (!(typeCode instanceof PyStr code && code.length() == 1)) {
            throw PyErr.typeError("_array_reconstructor() argument 2 must be a unicode character, not %T", typeCode);
        }
        if (!(arrayType instanceof PyType type)) {
            throw PyErr.typeError("first argument must be a type object, not %T", arrayType);
        }
        if (!type.isSubtypeOf(PyArray.TYPE)) {
            throw PyErr.typeError("%N is not a subtype of %s", type, PyArray.TYPE.fullName());
        }
        ItemKind kind = ItemKind.ofCode(code.codePointAt(0));
        if (kind == null) {
            throw PyErr.valueError("second argument must be a valid type code");
        }
        MachineFormat format = MachineFormat.ofNumber(machineFormat);
        if (format == null) {
            throw PyErr.valueError("third argument must be a valid machine format code.");
        }
        if (!(items instanceof PyBytes bytes)) {
            throw PyErr.typeError("fourth argument should be bytes, not %T", items);
        }
        return format.restore(thread, type, kind, bytes.bytesUnsafe());
    }
}
