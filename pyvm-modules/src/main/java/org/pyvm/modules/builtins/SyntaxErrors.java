package org.pyvm.modules.builtins;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
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
        PyObject exception;
        if (range == null && error.fileName() == null) {
            exception = Calls.call(thread, type, message);
        } else if (range != null && range.endColumn() == CompileException.NO_COLUMN) {
            exception = Calls.call(thread, type, message);
            place(thread, exception, error);
        } else {
            exception = Calls.call(thread, type, message, details(thread, error));
        }
        return new PyErr((org.pyvm.objects.types.PyBaseException) exception);
    }

    /** The exception's second argument: six items, or four where CPython gives no end. */
    private static PyTuple details(ThreadState thread, CompileException error) {
        PyStr file = PyStr.of(error.fileName());
        SourceRange range = error.range();
        PyObject none = Singletons.NONE;
        if (range == null) {
            return PyTuple.of(file, none, none, text(thread, error), none, none);
        }
        PyInt line = PyInt.of(range.line());
        PyInt column = PyInt.of(range.column());
        if (range.endLine() < 0) {
            return PyTuple.of(file, line, column, text(thread, error));
        }
        PyInt endLine = PyInt.of(range.endLine());
        return PyTuple.of(file, line, column, text(thread, error), endLine, PyInt.of(range.endColumn()));
    }

    /** Errors in imports from {@code __future__} have their place as attributes only, without an end column. */
    private static void place(ThreadState thread, PyObject exception, CompileException error) {
        SourceRange range = error.range();
        Attributes.set(thread, exception, PyStr.of("filename"), PyStr.of(error.fileName()));
        Attributes.set(thread, exception, PyStr.of("lineno"), PyInt.of(range.line()));
        Attributes.set(thread, exception, PyStr.of("offset"), PyInt.of(range.column()));
        Attributes.set(thread, exception, PyStr.of("text"), text(thread, error));
        Attributes.set(thread, exception, PyStr.of("end_lineno"), PyInt.of(range.endLine()));
    }

    private static PyObject text(ThreadState thread, CompileException error) {
        String text = error.lineText();
        if (text == null && error.range() != null) {
            text = ProgramText.line(thread, error.fileName(), error.range().line());
        }
        return text == null ? Singletons.NONE : PyStr.of(text);
    }
}
