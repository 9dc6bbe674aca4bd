package org.pyvm.modules.builtins;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/** Turns the front end's exception into Python's. */
public final class SyntaxErrors {
    private SyntaxErrors() {}

    /** The Python exception of a compilation that failed. */
    public static PyErr toPython(ThreadState thread, CompileException error) {
        PyType type = (PyType) thread.interpreter().builtins.get(error.exceptionName());
        if (type == null) {
            throw new IllegalStateException("no exception " + error.exceptionName());
        }
        if (!type.isSubtypeOf(Exceptions.SYNTAX_ERROR)) {
            return PyErr.of(type, PyStr.of(error.getMessage()));
        }
        PyStr message = PyStr.of(error.getMessage());
        SourceRange range = error.range();
        PyObject details = range == null
                ? PyTuple.of(
                        PyStr.of(error.fileName()),
                        Singletons.NONE,
                        Singletons.NONE,
                        text(error),
                        Singletons.NONE,
                        Singletons.NONE)
                : PyTuple.of(
                        PyStr.of(error.fileName()),
                        PyInt.of(range.line()),
                        PyInt.of(range.column()),
                        text(error),
                        PyInt.of(range.endLine()),
                        range.endColumn() == CompileException.NO_COLUMN
                                ? Singletons.NONE
                                : PyInt.of(range.endColumn()));
        PyObject exception = range == null && error.fileName() == null
                ? Calls.call(thread, type, message)
                : Calls.call(thread, type, message, details);
        return new PyErr((org.pyvm.objects.types.PyBaseException) exception);
    }

    private static PyObject text(CompileException error) {
        return error.lineText() == null ? Singletons.NONE : PyStr.of(error.lineText());
    }
}
