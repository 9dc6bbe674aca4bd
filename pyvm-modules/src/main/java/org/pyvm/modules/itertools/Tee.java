package org.pyvm.modules.itertools;

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
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** One of several iterators over the items of one. */
@PythonType(name = "_tee", module = "itertools", parts = IterIsSelf.class)
public final class Tee extends PyAttributed {
    public static final PyType TYPE = PyType.builtin("itertools", "_tee", new TeeExposed.SlotTable(), new TeeExposed())
            .notSubclassable()
            .weakReferenceable();

    private TeeData data;
    private int index;

    private Tee(TeeData data, int index) {
        super(TYPE);
        this.data = data;
        this.index = index;
    }

    /** The items of an iterable in a form that can be copied; a tee is copied. */
    static Tee of(ThreadState thread, PyObject iterable) {
        PyObject iterator = Iterators.iter(thread, iterable);
        return iterator instanceof Tee tee ? tee.copy() : new Tee(new TeeData(iterator), 0);
    }

    @PythonNew("($cls, iterable, /)")
    static PyObject make(ThreadState thread, PyType cls, PyObject iterable) {
        return of(thread, iterable);
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        if (index >= TeeData.CAPACITY) {
            data = data.next();
            index = 0;
        }
        PyObject item = data.get(thread, index);
        if (item != null) {
            index++;
        }
        return item;
    }

    @PythonMethod("__copy__($self, /)")
    Tee copy() {
        return new Tee(data, index);
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY), PyTuple.of(data, PyInt.of(index)));
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(ThreadState thread, PyObject state) {
        PyTuple parts = States.tuple(state);
        Arguments.checkCount("function", parts.size(), 2, 2);
        if (!(parts.get(0) instanceof TeeData newData)) {
            throw PyErr.typeError("function argument 1 must be itertools._tee_dataobject, not %T", parts.get(0));
        }
        long newIndex = Numbers.toLong(Numbers.index(thread, parts.get(1)));
        if (newIndex < 0 || newIndex > TeeData.CAPACITY) {
            throw PyErr.valueError("Index out of range");
        }
        data = newData;
        index = (int) newIndex;
    }
}
