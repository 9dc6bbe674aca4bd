package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinBodies;
import org.pyvm.objects.exposed.BuiltinFunctionSpec;
import org.pyvm.objects.exposed.Signature;

/** {@code tp_new_wrapper}: {@code __new__} of every built-in type, which it is called on. */
final class NewBody extends BuiltinBodies {
    static final BuiltinFunctionSpec SPEC = new BuiltinFunctionSpec(
            "__new__", "", Signature.raw("__new__", "($type, *args, **kwargs)"), new NewBody(), 0);

    @Override
    public PyObject callRaw(int number, ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        PyType type = (PyType) self;
        if (args.length - (names == null ? 0 : names.length) == 0) {
            throw PyErr.typeError("%N.__new__(): not enough arguments", type);
        }
        if (!(args[0] instanceof PyType cls)) {
            throw PyErr.typeError("%N.__new__(X): X is not a type object (%T)", type, args[0]);
        }
        if (!cls.isSubtypeOf(type)) {
            throw PyErr.typeError("%N.__new__(%N): %N is not a subtype of %N", type, cls, cls, type);
        }
        PyType builtin = firstBuiltin(cls);
        if (implementer(builtin) != implementer(type)) {
            throw PyErr.typeError("%N.__new__(%N) is not safe, use %N.__new__()", type, cls, builtin);
        }
        return type.slots().newInstance(thread, cls, Arrays.copyOfRange(args, 1, args.length), names);
    }

    private static PyType firstBuiltin(PyType cls) {
        PyType type = cls;
        while (type.isHeapType()) {
            type = type.base();
        }
        return type;
    }

    /** The type whose own {@code tp_new} a built-in type has. */
    private static PyType implementer(PyType builtin) {
        PyType type = builtin;
        while (type.base() != null && !type.slots().declared().contains(Slot.TP_NEW)) {
            type = type.base();
        }
        return type;
    }
}
