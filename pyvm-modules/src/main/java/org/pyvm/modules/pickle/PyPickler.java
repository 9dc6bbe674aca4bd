package org.pyvm.modules.pickle;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _pickle.Pickler}. */
@PythonType(name = "Pickler", module = "_pickle")
public final class PyPickler extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_pickle", "Pickler", new PyPicklerExposed.SlotTable(), new PyPicklerExposed());

    private static final PyStr PERSISTENT_ID = PyStr.intern("persistent_id");
    private static final PyStr DISPATCH_TABLE = PyStr.intern("dispatch_table");
    private static final PyStr REDUCER_OVERRIDE = PyStr.intern("reducer_override");

    /** Null before {@code __init__}. */
    private ObjectPickler pickler;

    private PyObject persistentId;
    private PyObject dispatchTable;

    private PyPickler(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyPickler(cls);
    }

    @PythonInit("($self, file, protocol=None, fix_imports=True, buffer_callback=None)")
    void init(ThreadState thread, PyObject file, PyObject protocol, boolean fixImports, PyObject bufferCallback) {
        pickler = null;
        ObjectPickler made = new ObjectPickler(thread, writeOf(thread, file), protocol, fixImports, bufferCallback);
        pickler = made;
        persistentId = null;
        // A method of a subclass, found once; as an attribute it is there only when it was set.
        persistentId = Attributes.getOrNull(thread, this, PERSISTENT_ID);
        dispatchTable = Attributes.getOrNull(thread, this, DISPATCH_TABLE);
    }

    /** The {@code write} of a file. */
    static PyObject writeOf(ThreadState thread, PyObject file) {
        PyObject write = Attributes.getOrNull(thread, file, Names.WRITE_NAME);
        if (write == null) {
            throw PyErr.typeError("file must have a 'write' attribute");
        }
        return write;
    }

    private ObjectPickler ready(ThreadState thread) {
        if (pickler == null) {
            throw PickleState.of(thread)
                    .picklingError("Pickler.__init__() was not called by %s.__init__()", type().fullName());
        }
        return pickler;
    }

    @PythonMethod("dump($self, obj, /)")
    void dump(ThreadState thread, PyObject obj) {
        ObjectPickler ready = ready(thread);
        ready.persistentId = persistentId;
        ready.dispatchTable = dispatchTable;
        ready.reducerOverride = Attributes.getOrNull(thread, this, REDUCER_OVERRIDE);
        try {
            ready.dump(thread, obj);
        } finally {
            ready.reducerOverride = null;
        }
        ready.out.flush(thread);
    }

    @PythonMethod("clear_memo($self, /)")
    void clearMemo() {
        if (pickler != null) {
            pickler.memo.clear();
        }
    }

    @PythonMethod("__sizeof__($self, /)")
    int sizeOf() {
        return 200 + (pickler == null ? 0 : pickler.memo.tableBytes());
    }

    @PythonGetter("memo")
    PyObject memo() {
        return new PicklerMemoProxy(this);
    }

    PicklerMemo memoTable() {
        return pickler == null ? new PicklerMemo() : pickler.memo;
    }

    @PythonSetter(value = "memo", deletable = true)
    void setMemo(ThreadState thread, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("attribute deletion is not supported");
        }
        ObjectPickler ready = ready(thread);
        if (value instanceof PicklerMemoProxy proxy) {
            ready.memo = proxy.table().copy();
            return;
        }
        if (!(value instanceof PyDict dict)) {
            throw PyErr.typeError("'memo' attribute must be a PicklerMemoProxy object or dict, not %T", value);
        }
        PicklerMemo memo = new PicklerMemo();
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            if (!(dict.valueAt(i) instanceof PyTuple pair) || pair.size() != 2) {
                throw PyErr.typeError("'memo' values must be 2-item tuples");
            }
            memo.put(pair.get(1), Convert.toInt(thread, pair.get(0)));
        }
        ready.memo = memo;
    }

    @PythonGetter("persistent_id")
    PyObject persistentId() {
        if (persistentId == null) {
            throw PyErr.attributeError("persistent_id");
        }
        return persistentId;
    }

    @PythonSetter(value = "persistent_id", deletable = true)
    void setPersistentId(PyObject value) {
        if (value == null) {
            throw PyErr.typeError("attribute deletion is not supported");
        }
        if (!Calls.isCallable(value)) {
            throw PyErr.typeError("persistent_id must be a callable taking one argument");
        }
        persistentId = value;
    }

    @PythonGetter(value = "dispatch_table", member = true)
    PyObject dispatchTable() {
        if (dispatchTable == null) {
            throw PyErr.attributeError("dispatch_table");
        }
        return dispatchTable;
    }

    @PythonSetter(value = "dispatch_table", deletable = true)
    void setDispatchTable(PyObject value) {
        if (value == null && dispatchTable == null) {
            throw PyErr.attributeError("dispatch_table");
        }
        dispatchTable = value;
    }

    @PythonGetter(value = "bin", member = true)
    int binary() {
        return pickler != null && pickler.binary ? 1 : 0;
    }

    @PythonSetter("bin")
    void setBinary(ThreadState thread, int value) {
        ready(thread).binary = value != 0;
    }

    @PythonGetter(value = "fast", member = true)
    int fast() {
        return pickler != null && pickler.fast ? 1 : 0;
    }

    @PythonSetter("fast")
    void setFast(ThreadState thread, int value) {
        ready(thread).fast = value != 0;
    }

    @Override
    public PyObject[] heldValues() {
        PyObject[] own = attributeValues();
        return own != null ? own : new PyObject[] {persistentId, dispatchTable, Singletons.NONE};
    }
}
