package org.pyvm.eval.semantics;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.eval.Raising;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code except*} (PEP 654). */
public final class ExceptionGroups {
    private ExceptionGroups() {}

    private static boolean isGroup(PyObject exception) {
        return exception.type().isSubtypeOf(Exceptions.BASE_EXCEPTION_GROUP);
    }

    private static void checkClause(PyObject clause) {
        if (clause instanceof PyTuple types) {
            for (int i = 0; i < types.size(); i++) {
                checkClause(types.get(i));
            }
            return;
        }
        if (!(clause instanceof PyType type && type.isSubtypeOf(Exceptions.BASE_EXCEPTION))) {
            throw PyErr.typeError("catching classes that do not inherit from BaseException is not allowed");
        }
        if (type.isSubtypeOf(Exceptions.BASE_EXCEPTION_GROUP)) {
            throw PyErr.typeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
        }
    }

    /** What is left and what matches; None for nothing. The match becomes the handled exception. */
    @Semantics("CHECK_EG_MATCH")
    public static PyObject[] checkEgMatch(ThreadState thread, PyObject exception, PyObject clause) {
        checkClause(clause);
        if (exception == Singletons.NONE) {
            return new PyObject[] {Singletons.NONE, Singletons.NONE};
        }
        PyObject rest = Singletons.NONE;
        PyObject match = Singletons.NONE;
        if (Raising.matches(thread, exception, clause)) {
            match = isGroup(exception) ? exception : wrap(thread, (PyBaseException) exception);
        } else if (isGroup(exception)) {
            PyObject pair = Calls.callMethod(thread, exception, PyStr.intern("split"), clause);
            if (!(pair instanceof PyTuple both) || both.size() < 2) {
                throw PyErr.typeError("%T.split must return a tuple, not %T", exception, pair);
            }
            match = both.get(0);
            rest = both.get(1);
        } else {
            rest = exception;
        }
        if (match != Singletons.NONE) {
            thread.handled.value = (PyBaseException) match;
        }
        return new PyObject[] {rest, match};
    }

    private static PyObject wrap(ThreadState thread, PyBaseException exception) {
        return Calls.call(thread, Exceptions.exceptionGroup(thread), PyStr.EMPTY, PyTuple.of(exception));
    }

    /** What the whole try statement raises in the end, or None. */
    @Semantics("PREP_RERAISE_STAR")
    public static PyObject prepReraiseStar(ThreadState thread, PyObject original, PyObject list) {
        PyList collected = (PyList) list;
        List<PyBaseException> raised = new ArrayList<>();
        List<PyBaseException> reraised = new ArrayList<>();
        for (int i = 0; i < collected.size(); i++) {
            if (!(collected.get(i) instanceof PyBaseException exception)) {
                continue;
            }
            (sameMetadata(exception, (PyBaseException) original) ? reraised : raised).add(exception);
        }
        if (raised.isEmpty() && reraised.isEmpty()) {
            return Singletons.NONE;
        }
        if (!isGroup(original)) {
            return raised.isEmpty() ? reraised.get(0) : raised.get(0);
        }
        PyObject projected = reraised.isEmpty() ? Singletons.NONE : projection(thread, original, reraised);
        if (raised.isEmpty()) {
            return projected;
        }
        if (projected != Singletons.NONE) {
            raised.add((PyBaseException) projected);
        }
        return Calls.call(
                thread, Exceptions.exceptionGroup(thread), PyStr.EMPTY, PyList.of(raised.toArray(PyObject[]::new)));
    }

    /** Whether a group is a part of the original: split keeps these by identity. */
    private static boolean sameMetadata(PyBaseException a, PyBaseException b) {
        return a.traceback() == b.traceback()
                && a.cause() == b.cause()
                && a.context() == b.context()
                && a.field(PyStr.intern("__notes__")) == b.field(PyStr.intern("__notes__"));
    }

    /** The original's tree with only the leaves of the groups that go on. */
    private static PyObject projection(ThreadState thread, PyObject original, List<PyBaseException> kept) {
        List<PyObject> leaves = new ArrayList<>();
        for (PyBaseException group : kept) {
            collectLeaves(group, leaves);
        }
        return Exceptions.keepLeaves(thread, (PyBaseException) original, leaves);
    }

    private static void collectLeaves(PyBaseException exception, List<PyObject> leaves) {
        PyTuple parts = Exceptions.groupMembers(exception);
        if (parts == null) {
            leaves.add(exception);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            collectLeaves((PyBaseException) parts.get(i), leaves);
        }
    }
}
