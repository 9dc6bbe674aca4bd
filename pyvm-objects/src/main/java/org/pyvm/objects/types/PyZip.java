package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;

/** {@code zip}. */
@PythonType(name = "zip", module = "builtins")
public final class PyZip extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("builtins", "zip", new PyZipExposed.SlotTable(), new PyZipExposed());

    private final PyObject[] iterators;
    private boolean strict;

    private PyZip(PyType cls, PyObject[] iterators, boolean strict) {
        super(cls);
        this.iterators = iterators;
        this.strict = strict;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        boolean strict = names != null && strict(thread, args, names);
        PyObject[] iterators = new PyObject[positional];
        for (int i = 0; i < positional; i++) {
            iterators[i] = Iterators.iter(thread, args[i]);
        }
        return new PyZip(cls, iterators, strict);
    }

    private static boolean strict(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (names.length > 1) {
            throw PyErr.typeError("zip() takes at most 1 keyword argument (%d given)", names.length);
        }
        if (names.length == 1 && !names[0].is("strict")) {
            throw PyErr.typeError("'%s' is an invalid keyword argument for zip()", names[0]);
        }
        return names.length == 1 && Objects.isTrue(thread, args[args.length - 1]);
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        int count = iterators.length;
        if (count == 0) {
            return null;
        }
        PyObject[] items = new PyObject[count];
        for (int i = 0; i < count; i++) {
            items[i] = Iterators.next(thread, iterators[i]);
            if (items[i] == null) {
                if (strict) {
                    checkLengths(thread, i);
                }
                return null;
            }
        }
        return PyTuple.of(items);
    }

    /** In strict mode all iterators must end together; the one at {@code ended} was the first that did. */
    private void checkLengths(ThreadState thread, int ended) {
        if (ended > 0) {
            throw unequal(ended, "shorter");
        }
        for (int i = 1; i < iterators.length; i++) {
            if (Iterators.next(thread, iterators[i]) != null) {
                throw unequal(i, "longer");
            }
        }
    }

    private static PyErr unequal(int index, String relation) {
        return PyErr.valueError(
                "zip() argument %d is %s than argument%s%d", index + 1, relation, index == 1 ? " " : "s 1-", index);
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        PyTuple sources = PyTuple.of(Arrays.copyOf(iterators, iterators.length));
        return strict ? PyTuple.of(type(), sources, Singletons.TRUE) : PyTuple.of(type(), sources);
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(boolean state) {
        strict = state;
    }
}
