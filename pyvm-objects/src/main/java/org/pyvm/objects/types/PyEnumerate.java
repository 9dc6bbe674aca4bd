package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;

/** {@code enumerate}. */
@PythonType(name = "enumerate", module = "builtins")
public final class PyEnumerate extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("builtins", "enumerate", new PyEnumerateExposed.SlotTable(), new PyEnumerateExposed());

    private final PyObject iterator;
    private long index;
    /** The index once it has left 64 bits; null before. */
    private BigInteger bigIndex;

    private PyEnumerate(PyType cls, PyObject iterator, PyInt start) {
        super(cls);
        this.iterator = iterator;
        index = start.longValue();
        bigIndex = start.fitsLong() ? null : start.bigValue();
    }

    /** Keywords are checked one by one, with the texts of CPython's fast path. */
    @PythonNew(value = "($cls, iterable, start=0)", raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        if (args.length == 0 || args.length > 2) {
            throw positional == 0
                    ? PyErr.typeError("enumerate() missing required argument 'iterable'")
                    : PyErr.typeError("enumerate() takes at most 2 arguments (%d given)", args.length);
        }
        boolean swapped = positional == 0 && args.length == 2 && names[0].is("start");
        for (int i = positional; i < args.length; i++) {
            String expected = (i == 0) == swapped ? "start" : "iterable";
            if (!names[i - positional].is(expected)) {
                throw PyErr.typeError("'%s' is an invalid keyword argument for enumerate()", names[i - positional]);
            }
        }
        PyObject iterable = swapped ? args[1] : args[0];
        PyObject start = args.length == 1 ? PyInt.of(0) : swapped ? args[0] : args[1];
        PyInt first = Numbers.index(thread, start).exact();
        return new PyEnumerate(cls, Iterators.iter(thread, iterable), first);
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        PyObject item = Iterators.next(thread, iterator);
        if (item == null) {
            return null;
        }
        PyInt number = current();
        if (bigIndex != null) {
            bigIndex = bigIndex.add(BigInteger.ONE);
        } else if (index == Long.MAX_VALUE) {
            bigIndex = BigInteger.valueOf(index).add(BigInteger.ONE);
        } else {
            index++;
        }
        return PyTuple.of(number, item);
    }

    private PyInt current() {
        return bigIndex == null ? PyInt.of(index) : PyInt.of(bigIndex);
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(iterator, current()));
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }
}
