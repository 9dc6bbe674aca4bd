package org.pyvm.objects.types;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.BuiltinMembers;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/** BaseExceptionGroup and ExceptionGroup (PEP 654). */
final class ExceptionGroupMembers implements BuiltinMembers {
    private static final PyStr MESSAGE = PyStr.intern("message");
    private static final PyStr EXCEPTIONS = PyStr.intern("exceptions");
    private static final PyStr DERIVE = PyStr.intern("derive");

    @Override
    public void define(PyType type, PyDict dict) {
        dict.put(MESSAGE, new ExceptionField(type, MESSAGE, true));
        dict.put(EXCEPTIONS, new ExceptionField(type, EXCEPTIONS, true));
        new ExceptionGroupMethodsExposed().define(type, dict);
    }

    static PyObject make(ThreadState thread, PyType cls, PyObject[] args) {
        if (args.length != 2) {
            throw PyErr.typeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", args.length);
        }
        if (!(args[0] instanceof PyStr)) {
            throw PyErr.typeError("BaseExceptionGroup.__new__() argument 1 must be str, not %T", args[0]);
        }
        if (!Sequences.isSequence(args[1])) {
            throw PyErr.typeError("second argument (exceptions) must be a sequence");
        }
        PyTuple members = Sequences.toTuple(thread, args[1]);
        if (members.size() == 0) {
            throw PyErr.valueError("second argument (exceptions) must be a non-empty sequence");
        }
        boolean baseOnly = false;
        for (int i = 0; i < members.size(); i++) {
            if (!(members.get(i) instanceof PyBaseException member)) {
                throw PyErr.valueError("Item %d of second argument (exceptions) is not an exception", i);
            }
            baseOnly |= !member.type().isSubtypeOf(Exceptions.EXCEPTION);
        }
        PyType type = chooseType(thread, cls, baseOnly);
        PyBaseException group = new PyBaseException(type, PyTuple.of(args[0], args[1]));
        group.setField(MESSAGE, args[0]);
        group.setField(EXCEPTIONS, members);
        return group;
    }

    private static PyType chooseType(ThreadState thread, PyType cls, boolean baseOnly) {
        PyType ordinary = Exceptions.exceptionGroup(thread);
        if (cls == Exceptions.BASE_EXCEPTION_GROUP && !baseOnly) {
            return ordinary;
        }
        if (cls == ordinary && baseOnly) {
            throw PyErr.typeError("Cannot nest BaseExceptions in an ExceptionGroup");
        }
        if (cls != ordinary && cls.isSubtypeOf(Exceptions.EXCEPTION) && baseOnly) {
            throw PyErr.typeError("Cannot nest BaseExceptions in '%N'", cls);
        }
        return cls;
    }

    static PyStr text(ThreadState thread, PyBaseException self) {
        PyTuple members = (PyTuple) self.field(EXCEPTIONS);
        int count = members.size();
        return PyStr.of(Objects.str(thread, self.field(MESSAGE)) + " (" + count + " sub-exception"
                + (count == 1 ? "" : "s") + ")");
    }

    /** {@code group.derive(kept)} with the group's traceback, context, cause and notes. */
    static PyObject derive(ThreadState thread, PyBaseException group, List<PyObject> kept) {
        PyObject made = Calls.callMethod(thread, group, DERIVE, PyList.of(kept.toArray(PyObject[]::new)));
        if (!(made instanceof PyBaseException derived) || !made.type().isSubtypeOf(Exceptions.BASE_EXCEPTION_GROUP)) {
            throw PyErr.typeError("derive must return an instance of BaseExceptionGroup");
        }
        derived.setTraceback(group.traceback());
        derived.setContext(group.context());
        boolean suppress = group.suppressContext();
        derived.setCause(group.cause());
        derived.setSuppressContext(suppress);
        PyObject notes = Attributes.getOrNull(thread, group, Names.NOTES);
        if (notes != null && Sequences.isSequence(notes)) {
            Attributes.set(thread, derived, Names.NOTES, Sequences.toList(thread, notes));
        }
        return derived;
    }

    /** What of an exception matches a condition, and what does not; null for nothing. */
    static PyObject[] split(ThreadState thread, PyBaseException exception, PyObject condition) {
        if (matches(thread, exception, condition)) {
            return new PyObject[] {exception, null};
        }
        PyTuple members = Exceptions.groupMembers(exception);
        if (members == null) {
            return new PyObject[] {null, exception};
        }
        thread.enter(" in exceptiongroup_split_recursive");
        try {
            List<PyObject> matching = new ArrayList<>();
            List<PyObject> rest = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                PyObject[] parts = split(thread, (PyBaseException) members.get(i), condition);
                if (parts[0] != null) {
                    matching.add(parts[0]);
                }
                if (parts[1] != null) {
                    rest.add(parts[1]);
                }
            }
            return new PyObject[] {
                matching.isEmpty() ? null : derive(thread, exception, matching),
                rest.isEmpty() ? null : derive(thread, exception, rest)
            };
        } finally {
            thread.leave();
        }
    }

    private static boolean matches(ThreadState thread, PyBaseException exception, PyObject condition) {
        if (condition instanceof PyType || condition instanceof PyTuple) {
            return Objects.isInstance(thread, exception, condition);
        }
        return Objects.isTrue(thread, Calls.call(thread, condition, exception));
    }

    static void checkCondition(PyObject condition) {
        boolean valid = isExceptionType(condition) || condition.type() == org.pyvm.objects.types.PyTuple.TYPE;
        if (condition instanceof PyTuple tuple) {
            for (int i = 0; i < tuple.size(); i++) {
                valid &= isExceptionType(tuple.get(i));
            }
        }
        if (!valid && (condition instanceof PyType || !Calls.isCallable(condition))) {
            throw PyErr.typeError("expected a function, exception type or tuple of exception types");
        }
    }

    private static boolean isExceptionType(PyObject object) {
        return object instanceof PyType type && type.isSubtypeOf(Exceptions.BASE_EXCEPTION);
    }

    static PyObject orNone(PyObject value) {
        return value == null ? Singletons.NONE : value;
    }
}
