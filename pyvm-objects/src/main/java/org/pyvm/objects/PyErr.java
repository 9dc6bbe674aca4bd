package org.pyvm.objects;

import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * A Python exception on its way through Java frames. Stackless: the Python traceback is in the exception object.
 *
 * <p>Message templates know {@code %s} (Java's string of a Java value, {@code str()} of a Python object), {@code %r}
 * ({@code repr()}), {@code %T} (name of the object's type), {@code %N} (name of a type), {@code %d}, {@code %c} (a
 * character) and {@code %%}.
 */
public final class PyErr extends RuntimeException {
    private final transient PyBaseException value;
    /** Whether the exception's context has been settled; done by the first frame that the exception reaches. */
    private boolean contextSettled;

    public PyErr(PyBaseException value) {
        super(null, null, false, false);
        this.value = value;
    }

    /** An exception that goes on after having been caught: its context stays as it is. */
    public static PyErr again(PyBaseException value) {
        PyErr error = new PyErr(value);
        error.contextSettled = true;
        return error;
    }

    /** Sets the exception's context to what the thread is handling, the first time it is called. */
    public void settleContext(ThreadState thread) {
        if (!contextSettled) {
            contextSettled = true;
            value.raisedWhileHandling(thread.handledException());
        }
    }

    /** The exception object. */
    public PyBaseException value() {
        return value;
    }

    /** Says whether the exception is an instance of {@code type}. */
    public boolean matches(PyType type) {
        return value.type().isSubtypeOf(type);
    }

    @Override
    public String getMessage() {
        return value.type().name() + ": " + value.args();
    }

    /** An exception of a built-in type with one message. */
    public static PyErr of(PyType type, String template, Object... values) {
        return of(type, PyStr.of(ErrorMessage.format(template, values)));
    }

    /** An exception of a built-in type with the given arguments. */
    public static PyErr of(PyType type, PyObject... args) {
        return new PyErr(Exceptions.create(type, PyTuple.of(args)));
    }

    public static PyErr typeError(String template, Object... values) {
        return of(Exceptions.TYPE_ERROR, template, values);
    }

    public static PyErr valueError(String template, Object... values) {
        return of(Exceptions.VALUE_ERROR, template, values);
    }

    public static PyErr indexError(String template, Object... values) {
        return of(Exceptions.INDEX_ERROR, template, values);
    }

    public static PyErr runtimeError(String template, Object... values) {
        return of(Exceptions.RUNTIME_ERROR, template, values);
    }

    public static PyErr overflowError(String template, Object... values) {
        return of(Exceptions.OVERFLOW_ERROR, template, values);
    }

    public static PyErr zeroDivisionError(String template, Object... values) {
        return of(Exceptions.ZERO_DIVISION_ERROR, template, values);
    }

    public static PyErr systemError(String template, Object... values) {
        return of(Exceptions.SYSTEM_ERROR, template, values);
    }

    public static PyErr attributeError(String template, Object... values) {
        return of(Exceptions.ATTRIBUTE_ERROR, template, values);
    }

    public static PyErr importError(String template, Object... values) {
        return of(Exceptions.IMPORT_ERROR, template, values);
    }

    public static PyErr memoryError() {
        return of(Exceptions.MEMORY_ERROR, new PyObject[0]);
    }

    public static PyErr bufferError(String template, Object... values) {
        return of(Exceptions.BUFFER_ERROR, template, values);
    }

    public static PyErr recursionError(String template, Object... values) {
        return of(Exceptions.RECURSION_ERROR, template, values);
    }

    /** KeyError, whose argument is the key itself. */
    public static PyErr keyError(PyObject key) {
        return of(Exceptions.KEY_ERROR, key);
    }

    public static PyErr stopIteration() {
        return of(Exceptions.STOP_ITERATION, new PyObject[0]);
    }

    /** StopIteration with the result of a generator. */
    public static PyErr stopIteration(PyObject value) {
        return value == Singletons.NONE ? stopIteration() : of(Exceptions.STOP_ITERATION, value);
    }
}
