package org.pyvm.modules.collections;

import java.util.Arrays;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.types.DictMerge;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code collections.defaultdict}: a dict that makes the values of missing keys. */
@PythonType(name = "defaultdict", module = "collections")
public final class DefaultDict extends PyDict {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin(
            "collections", "defaultdict", PyDict.TYPE, new DefaultDictExposed.SlotTable(), new DefaultDictExposed());

    private PyObject factory = Singletons.NONE;

    private DefaultDict(PyType cls) {
        super(cls);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new DefaultDict(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        PyObject newFactory = Singletons.NONE;
        PyObject[] rest = args;
        if (Arguments.positionalCount(args, names) > 0) {
            newFactory = args[0];
            if (newFactory != Singletons.NONE && !Calls.isCallable(newFactory)) {
                throw PyErr.typeError("first argument must be callable or None");
            }
            rest = Arrays.copyOfRange(args, 1, args.length);
        }
        factory = newFactory;
        PyDict.TYPE.slots().init(thread, this, rest, names);
    }

    @PythonGetter(value = "default_factory", member = true)
    PyObject factory() {
        return factory;
    }

    @PythonSetter(value = "default_factory", deletable = true)
    void setFactory(PyObject newFactory) {
        factory = newFactory == null ? Singletons.NONE : newFactory;
    }

    @PythonMethod("__missing__($self, key, /)")
    PyObject missing(ThreadState thread, PyObject key) {
        if (factory == Singletons.NONE) {
            throw PyErr.keyError(key);
        }
        PyObject value = Calls.call(thread, factory);
        Objects.setItem(thread, this, key, value);
        return value;
    }

    private PyObject like(ThreadState thread, PyObject source) {
        return Calls.call(thread, type(), factory, source);
    }

    @PythonMethod("copy($self, /)")
    PyObject copy(ThreadState thread) {
        return like(thread, this);
    }

    @PythonMethod("__copy__($self, /)")
    PyObject shallowCopy(ThreadState thread) {
        return like(thread, this);
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        PyObject items = Iterators.iter(thread, Calls.callMethod(thread, this, Names.ITEMS_NAME));
        PyTuple args = factory == Singletons.NONE ? PyTuple.EMPTY : PyTuple.of(factory);
        return PyTuple.of(type(), args, Singletons.NONE, Singletons.NONE, items);
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItemOf(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @SlotMethod(Slot.NB_OR)
    static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        DefaultDict self = (DefaultDict) (v instanceof DefaultDict ? v : w);
        if (!((self == v ? w : v) instanceof PyDict)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        PyObject both = self.like(thread, v);
        if (!(both instanceof PyDict dict)) {
            throw PyErr.systemError("bad internal call");
        }
        DictMerge.addAll(thread, dict, w);
        return both;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        PyObject entries = PyDict.TYPE.slots().repr(thread, this);
        PyStr shownFactory;
        // A factory may be a bound method of this very dictionary.
        if (factory != Singletons.NONE && !ReprGuard.enter(thread, factory)) {
            shownFactory = PyStr.of("...");
        } else {
            try {
                shownFactory = Objects.repr(thread, factory);
            } finally {
                ReprGuard.leave(thread, factory);
            }
        }
        return new StrBuilder()
                .append(type().name())
                .append('(')
                .append(shownFactory)
                .append(", ")
                .append((PyStr) entries)
                .append(')')
                .toPyStr();
    }
}
