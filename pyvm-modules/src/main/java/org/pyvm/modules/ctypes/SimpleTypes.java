package org.pyvm.modules.ctypes;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Makes the simple types of their {@code _type_}. */
final class SimpleTypes {
    private static final PyStr LITTLE = PyStr.intern("__ctype_le__");
    private static final PyStr BIG = PyStr.intern("__ctype_be__");

    private SimpleTypes() {}

    static void complete(ThreadState thread, PyType type) {
        CTypeInfo info = infoOf(codeOf(type), false);
        type.setMetaclassState(info);
        if (type.type() == Metatypes.SIMPLE && info.code.isSwappable()) {
            addSwapped(thread, type, info.code);
        }
    }

    private static CTypeInfo infoOf(SimpleCode code, boolean swapped) {
        CTypeInfo info = new CTypeInfo(CTypeInfo.Kind.SIMPLE);
        info.code = code;
        info.swapped = swapped;
        info.size = code.size();
        info.align = code.size();
        info.format = code.format(swapped);
        info.hasPointer = code.isPointer();
        return info;
    }

    private static SimpleCode codeOf(PyType type) {
        PyObject given = type.lookup(SequenceTypes.TYPE);
        if (given == null) {
            throw PyErr.attributeError("class must define a '_type_' attribute");
        }
        if (!(given instanceof PyStr text)) {
            throw PyErr.typeError("class must define a '_type_' string attribute");
        }
        if (text.length() != 1) {
            throw PyErr.valueError("class must define a '_type_' attribute which must be a string of length 1");
        }
        char letter = (char) text.codePointAt(0);
        if (SimpleCode.LETTERS.indexOf(letter) < 0) {
            throw PyErr.attributeError("class must define a '_type_' attribute which must be\n"
                    + "a single character string containing one of '" + SimpleCode.LETTERS + "'.");
        }
        SimpleCode code = SimpleCode.ofOrNull(letter);
        if (code == null) {
            throw PyErr.valueError("_type_ '%c' not supported", letter);
        }
        return code;
    }

    /** The same type in the other order of bytes; each knows both. */
    private static void addSwapped(ThreadState thread, PyType type, SimpleCode code) {
        PyDict namespace = type.dict().copyEntries();
        PyObject[] arguments = {PyStr.of(type.name() + "_be"), PyTuple.of(type.bases()), namespace};
        PyType swapped = ((MetatypeSlots) Metatypes.SIMPLE.slots()).newBareClass(thread, Metatypes.SIMPLE, arguments);
        swapped.setMetaclassState(infoOf(code, true));
        type.put(LITTLE, type);
        type.put(BIG, swapped);
        swapped.put(LITTLE, type);
        swapped.put(BIG, swapped);
    }
}
