package org.pyvm.objects.types;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

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
