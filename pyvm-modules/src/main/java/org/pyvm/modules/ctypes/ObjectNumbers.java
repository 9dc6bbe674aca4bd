package org.pyvm.modules.ctypes;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.pyvm.objects.Identity;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;

/** What a {@code py_object} has in memory: the {@code id()} of the object, which it does not keep alive. */
final class ObjectNumbers {
    private static final int FIRST_SWEEP = 64;

    private final InterpreterState interpreter;
    private final Map<Long, WeakReference<PyObject>> objects = new HashMap<>();
    private int nextSweep = FIRST_SWEEP;

    ObjectNumbers(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    synchronized long number(PyObject object) {
        long number = Identity.of(object);
        if (objects.size() >= nextSweep) {
            objects.values().removeIf(reference -> reference.get() == null);
            nextSweep = Math.max(FIRST_SWEEP, 2 * objects.size());
        }
        objects.put(number, new WeakReference<>(object));
        return number;
    }

    /** @throws PyErr ValueError when there is no object of the number, where CPython would crash at best */
    synchronized PyObject get(long number) {
        if (number == 0) {
            throw PyErr.valueError("PyObject is NULL");
        }
        WeakReference<PyObject> reference = objects.get(number);
        PyObject object = reference == null ? null : reference.get();
        if (object == null) {
            Identity identities = interpreter.serviceOrNull(Identity.class);
            object = identities == null ? null : identities.find(number);
        }
        if (object == null) {
            throw PyErr.valueError("there is no object at 0x%s", Long.toHexString(number));
        }
        return object;
    }
}
