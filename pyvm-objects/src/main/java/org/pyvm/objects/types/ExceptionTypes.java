package org.pyvm.objects.types;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/** What distinguishes the built-in exception types: their constructors, fields and texts. */
final class ExceptionTypes {
    private ExceptionTypes() {}

    static PyType declare(String name, PyType base) {
        PyType parent = base == null ? PyType.OBJECT : base;
        PyType type = PyType.builtin("builtins", name, parent, new ExceptionSlots(), null);
        return base == null ? type.withDict().weakReferenceable() : type.withLayoutOfBase();
    }

    static PyBaseException create(PyType type, PyTuple args) {
        PyBaseException exception = new PyBaseException(type, args);
        if (type == Exceptions.STOP_ITERATION && args.size() > 0) {
            exception.setField(Names.VALUE_NAME, args.get(0));
        }
        return exception;
    }

    static PyType exceptionGroup(ThreadState thread) {
        return (PyType) thread.interpreter().builtins.get("ExceptionGroup");
    }

    static PyObject keepLeaves(ThreadState thread, PyBaseException exception, List<PyObject> leaves) {
        PyTuple members = Exceptions.groupMembers(exception);
        if (members == null) {
            return leaves.contains(exception) ? exception : Singletons.NONE;
        }
        List<PyObject> kept = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            PyObject part = keepLeaves(thread, (PyBaseException) members.get(i), leaves);
            if (part != Singletons.NONE) {
                kept.add(part);
            }
        }
        if (kept.isEmpty()) {
            return Singletons.NONE;
        }
        PyObject derived =
                Calls.callMethod(thread, exception, PyStr.intern("derive"), PyList.of(kept.toArray(PyObject[]::new)));
        PyBaseException group = (PyBaseException) derived;
        group.setTraceback(exception.traceback());
        group.setContext(exception.context());
        group.setCause(exception.cause());
        group.setSuppressContext(exception.suppressContext());
        return group;
    }

    /** The slots of exceptions. */
    private static final class ExceptionSlots extends Slots {
        @Override
        public PyObject newInstance(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
            return create(cls, PyTuple.of(args.clone()));
        }

        @Override
        public void init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {}
    }
}
