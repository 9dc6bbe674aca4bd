package org.pyvm.objects.protocol;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/** Calls of any object, by one vectorcall-like protocol: positional values, then values of named arguments. */
public final class Calls {
    /** No arguments. */
    public static final PyObject[] NO_ARGS = {};

    private Calls() {}

    public static PyObject call(ThreadState thread, PyObject callable) {
        return callable.type().slots().call(thread, callable);
    }

    public static PyObject call(ThreadState thread, PyObject callable, PyObject a) {
        return callable.type().slots().call(thread, callable, a);
    }

    public static PyObject call(ThreadState thread, PyObject callable, PyObject a, PyObject b) {
        return callable.type().slots().call(thread, callable, a, b);
    }

    public static PyObject call(ThreadState thread, PyObject callable, PyObject a, PyObject b, PyObject c) {
        return callable.type().slots().call(thread, callable, a, b, c);
    }

    /** Calls with positional arguments. */
    public static PyObject callArray(ThreadState thread, PyObject callable, PyObject... args) {
        return callable.type().slots().call(thread, callable, args, null);
    }

    /**
     * Calls with named arguments.
     *
     * @param args positional values, then those of {@code names}
     * @param names null when there are none
     */
    public static PyObject call(ThreadState thread, PyObject callable, PyObject[] args, PyStr[] names) {
        return callable.type().slots().call(thread, callable, args, names);
    }

    /** Calls {@code f(self, *args, **names)}. */
    public static PyObject callWithSelf(ThreadState thread, PyObject f, PyObject self, PyObject[] args, PyStr[] names) {
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = self;
        System.arraycopy(args, 0, all, 1, args.length);
        return f.type().slots().call(thread, f, all, names);
    }

    /** Calls an attribute found on the type of {@code self} as its method, without making a bound method if possible. */
    public static PyObject callBound(ThreadState thread, PyObject method, PyObject self) {
        return method.type().isMethodDescriptor()
                ? method.type().slots().call(thread, method, self)
                : call(thread, Attributes.bind(thread, method, self, self.type()));
    }

    public static PyObject callBound(ThreadState thread, PyObject method, PyObject self, PyObject a) {
        return method.type().isMethodDescriptor()
                ? method.type().slots().call(thread, method, self, a)
                : call(thread, Attributes.bind(thread, method, self, self.type()), a);
    }

    public static PyObject callBound(ThreadState thread, PyObject method, PyObject self, PyObject a, PyObject b) {
        return method.type().isMethodDescriptor()
                ? method.type().slots().call(thread, method, self, a, b)
                : call(thread, Attributes.bind(thread, method, self, self.type()), a, b);
    }

    public static PyObject callBound(
            ThreadState thread, PyObject method, PyObject self, PyObject[] args, PyStr[] names) {
        return method.type().isMethodDescriptor()
                ? callWithSelf(thread, method, self, args, names)
                : call(thread, Attributes.bind(thread, method, self, self.type()), args, names);
    }

    /** {@code object.name(args)}. */
    public static PyObject callMethod(ThreadState thread, PyObject object, PyStr name, PyObject... args) {
        return callArray(thread, Attributes.get(thread, object, name), args);
    }

    /** {@code type(object).name(object, args)}, or null when the type has no such attribute. */
    public static PyObject callSpecialOrNull(ThreadState thread, PyObject object, PyStr name, PyObject... args) {
        PyObject method = object.type().lookup(name);
        return method == null ? null : callBound(thread, method, object, args, null);
    }

    /** {@code callable(*args, **keywords)}, the mapping having only {@code str} keys. */
    public static PyObject callWithDict(ThreadState thread, PyObject callable, PyObject[] args, PyDict keywords) {
        if (keywords == null || keywords.size() == 0) {
            return call(thread, callable, args, null);
        }
        int count = keywords.size();
        PyObject[] all = new PyObject[args.length + count];
        System.arraycopy(args, 0, all, 0, args.length);
        PyStr[] names = new PyStr[count];
        int next = 0;
        for (int i = keywords.nextEntry(0); i >= 0; i = keywords.nextEntry(i + 1)) {
            if (!(keywords.keyAt(i) instanceof PyStr name)) {
                throw PyErr.typeError("keywords must be strings");
            }
            names[next] = name;
            all[args.length + next++] = keywords.valueAt(i);
        }
        return call(thread, callable, all, names);
    }

    /** {@code callable()}. */
    public static boolean isCallable(PyObject object) {
        return object.type().slots().has(org.pyvm.objects.Slot.TP_CALL);
    }

    /** Makes an instance of a type, as calling it does. */
    public static PyObject instantiate(ThreadState thread, PyType type, PyObject... args) {
        return call(thread, type, args, null);
    }
}
