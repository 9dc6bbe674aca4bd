package org.pyvm.objects.exposed;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/**
 * The bodies of the functions and accessors of one type or module, by number. The build writes one subclass for each; a
 * number has one body, in the form that fits its parameters.
 */
public abstract class BuiltinBodies {
    /** A function without parameters. */
    public PyObject call(int number, ThreadState thread, PyObject self) {
        throw noBody(number);
    }

    /** A function of one parameter; as in all forms, null stands for an argument that was not given. */
    public PyObject call(int number, ThreadState thread, PyObject self, PyObject a) {
        throw noBody(number);
    }

    /** A function of two parameters. */
    public PyObject call(int number, ThreadState thread, PyObject self, PyObject a, PyObject b) {
        throw noBody(number);
    }

    /** A function of three parameters. */
    public PyObject call(int number, ThreadState thread, PyObject self, PyObject a, PyObject b, PyObject c) {
        throw noBody(number);
    }

    /** A function of more parameters, or one with {@code *args} (a tuple) or {@code **kwargs} (a dict). */
    public PyObject callArray(int number, ThreadState thread, PyObject self, PyObject[] args) {
        throw noBody(number);
    }

    /** A function that binds its arguments itself. */
    public PyObject callRaw(int number, ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw noBody(number);
    }

    /** A getter. */
    public PyObject get(int number, ThreadState thread, PyObject self) {
        throw noBody(number);
    }

    /** A setter; a null value deletes. */
    public void set(int number, ThreadState thread, PyObject self, PyObject value) {
        throw noBody(number);
    }

    protected static IllegalStateException noBody(int number) {
        return new IllegalStateException("no body " + number);
    }
}
