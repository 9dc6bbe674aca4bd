package org.pyvm.eval;

import org.pyvm.objects.ClassSlots;
import org.pyvm.objects.PyInstance;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** Calls of classes: where {@code object} makes the instance, {@code __init__} is called like any function. */
final class InstanceEntry extends FunctionEntry {
    static final FunctionEntry CLASSES = new InstanceEntry();

    /** The {@code __init__} to call on a plain instance; null when the call is to take the usual way. */
    private static PyFunction initializer(ThreadState thread, PyObject callee) {
        return callee.type() == PyType.TYPE
                        && ((PyType) callee).slots() instanceof ClassSlots slots
                        && slots.makesPlainInstances()
                        && thread.profileFunction() == null
                        && slots.initializer() instanceof PyFunction function
                ? function
                : null;
    }

    @Override
    public PyObject call(ThreadState thread, PyObject callee) {
        PyFunction init = initializer(thread, callee);
        if (init == null) {
            return super.call(thread, callee);
        }
        PyObject object = new PyInstance((PyType) callee);
        ClassSlots.checkInitResult(init.entry.call(thread, init, object));
        return object;
    }

    @Override
    public PyObject call(ThreadState thread, PyObject callee, PyObject a) {
        PyFunction init = initializer(thread, callee);
        if (init == null) {
            return super.call(thread, callee, a);
        }
        PyObject object = new PyInstance((PyType) callee);
        ClassSlots.checkInitResult(init.entry.call(thread, init, object, a));
        return object;
    }

    @Override
    public PyObject call(ThreadState thread, PyObject callee, PyObject a, PyObject b) {
        PyFunction init = initializer(thread, callee);
        if (init == null) {
            return super.call(thread, callee, a, b);
        }
        PyObject object = new PyInstance((PyType) callee);
        ClassSlots.checkInitResult(init.entry.call(thread, init, object, a, b));
        return object;
    }

    @Override
    public PyObject call(ThreadState thread, PyObject callee, PyObject a, PyObject b, PyObject c) {
        PyFunction init = initializer(thread, callee);
        if (init == null) {
            return super.call(thread, callee, a, b, c);
        }
        PyObject object = new PyInstance((PyType) callee);
        ClassSlots.checkInitResult(init.entry.call(thread, init, object, a, b, c));
        return object;
    }
}
