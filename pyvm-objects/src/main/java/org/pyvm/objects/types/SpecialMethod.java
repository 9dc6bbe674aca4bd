package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;

/**
 * A special method that calls a slot: how {@code int.__add__(1, 2)} becomes a call of {@code nb_add}. One row of {@link
 * SpecialMethods} each; the subclasses are CPython's {@code wrap_*} functions with their checks of arguments.
 */
abstract class SpecialMethod {
    private final PyStr name;
    private final Slot slot;
    private final String textSignature;

    SpecialMethod(String name, Slot slot, String textSignature) {
        this.name = PyStr.intern(name);
        this.slot = slot;
        this.textSignature = textSignature;
    }

    final PyStr name() {
        return name;
    }

    final Slot slot() {
        return slot;
    }

    final String textSignature() {
        return textSignature;
    }

    /** Raises the TypeError for a number of arguments that the method does not take. */
    abstract PyErr wrongCount(int given);

    /** The error of {@code check_num_args}. */
    static PyErr expected(int wanted, int given) {
        return PyErr.typeError("expected %d argument%s, got %d", wanted, wanted == 1 ? "" : "s", given);
    }

    /** The error of {@code PyArg_UnpackTuple} without a function's name. */
    static PyErr unpack(int least, int most, int given) {
        try {
            Arguments.checkCount("", given, least, most);
        } catch (PyErr e) {
            return e;
        }
        throw new IllegalStateException("right number of arguments");
    }

    PyObject call(ThreadState thread, Slots slots, PyObject self) {
        throw wrongCount(0);
    }

    PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a) {
        throw wrongCount(1);
    }

    PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a, PyObject b) {
        throw wrongCount(2);
    }

    /** Any number of arguments; named ones are for the methods that override this. */
    PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("wrapper %s() takes no keyword arguments", name);
        }
        return switch (args.length) {
            case 0 -> call(thread, slots, self);
            case 1 -> call(thread, slots, self, args[0]);
            case 2 -> call(thread, slots, self, args[0], args[1]);
            default -> throw wrongCount(args.length);
        };
    }
}
