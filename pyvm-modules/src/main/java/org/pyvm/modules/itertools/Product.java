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
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The cartesian product: nested loops, the last one moving fastest. */
@PythonType(name = "product", module = "itertools", parts = IterIsSelf.class)
public final class Product extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "product", new ProductExposed.SlotTable(), new ProductExposed());

    private final PyObject[][] pools;
    private int[] indices;
    private boolean started;
    private boolean stopped;

    private Product(PyType cls, PyObject[][] pools) {
        super(cls);
        this.pools = pools;
        this.indices = new int[pools.length];
        for (PyObject[] pool : pools) {
            stopped |= pool.length == 0;
        }
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        long repeat = names == null || names.length == 0 ? 1 : repeat(thread, args, names);
        if (positional * repeat > Integer.MAX_VALUE / 8 || repeat > Integer.MAX_VALUE && positional > 0) {
            throw PyErr.overflowError("repeat argument too large");
        }
        PyObject[][] pools = new PyObject[repeat == 0 ? 0 : (int) (positional * repeat)][];
        for (int i = 0; i < positional; i++) {
            PyObject[] pool = repeat == 0 ? null : Sequences.toArray(thread, args[i]);
            for (int j = i; j < pools.length; j += positional) {
                pools[j] = pool;
            }
        }
        return new Product(cls, pools);
    }

    private static long repeat(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (names.length > 1) {
            throw PyErr.typeError("product() takes at most 1 keyword argument (%d given)", names.length);
        }
        if (!names[0].is("repeat")) {
            throw PyErr.typeError("'%s' is an invalid keyword argument for product()", names[0]);
        }
        long repeat = Numbers.toLong(Numbers.index(thread, args[args.length - 1]));
        if (repeat < 0) {
            throw PyErr.valueError("repeat argument cannot be negative");
        }
        return repeat;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (stopped) {
            return null;
        }
        if (started && !advance()) {
            stopped = true;
            return null;
        }
        started = true;
        PyObject[] items = new PyObject[pools.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = pools[i][indices[i]];
        }
        return PyTuple.of(items);
    }

    private boolean advance() {
        for (int i = pools.length - 1; i >= 0; i--) {
            if (++indices[i] < pools[i].length) {
                return true;
            }
            indices[i] = 0;
        }
        return false;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        if (stopped) {
            return PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY));
        }
        PyObject[] sources = new PyObject[pools.length];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = PyTuple.of(pools[i]);
        }
        return started
                ? PyTuple.of(type(), PyTuple.of(sources), States.tuple(indices))
                : PyTuple.of(type(), PyTuple.of(sources));
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(ThreadState thread, PyObject state) {
        if (stopped && state instanceof PyTuple) {
            return;
        }
        indices = States.indices(thread, state, pools.length, i -> pools[i].length - 1);
        started = true;
    }

    @PythonMethod("__sizeof__($self, /)")
    long sizeOf() {
        return 56 + 8L * pools.length;
    }
}
