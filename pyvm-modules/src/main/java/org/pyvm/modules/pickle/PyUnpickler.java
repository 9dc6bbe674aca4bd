package org.pyvm.modules.pickle;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code _pickle.Unpickler}. */
@PythonType(name = "Unpickler", module = "_pickle")
public final class PyUnpickler extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_pickle", "Unpickler", new PyUnpicklerExposed.SlotTable(), new PyUnpicklerExposed());

    private static final PyStr PERSISTENT_LOAD = PyStr.intern("persistent_load");

    /** Null before {@code __init__}. */
    private UnpicklingMachine machine;

    private PyObject persistentLoad;

    private PyUnpickler(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyUnpickler(cls);
    }

    @PythonInit("($self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())")
    void init(ThreadState thread, PyObject file, boolean fixImports, String encoding, String errors, PyObject buffers) {
        machine = null;
        PickleInput input = new PickleInput(thread, file);
        machine = new UnpicklingMachine(thread, input, fixImports, encoding, errors, buffers);
        if (type() != TYPE) {
            machine.owner = this;
        }
        persistentLoad = null;
        persistentLoad = Attributes.getOrNull(thread, this, PERSISTENT_LOAD);
    }

    @PythonMethod("load($self, /)")
    PyObject load(ThreadState thread) {
        if (machine == null) {
            throw PickleState.of(thread)
                    .unpicklingError("Unpickler.__init__() was not called by %s.__init__()", type().fullName());
        }
        machine.persistentLoad = persistentLoad;
        return machine.load(thread);
    }

    @PythonMethod("find_class($self, module_name, global_name, /)")
    PyObject findClass(ThreadState thread, PyObject moduleName, PyObject globalName) {
        int protocol = machine == null ? 0 : machine.protocol();
        boolean fixImports = machine == null || machine.fixImports();
        return GlobalLookup.find(thread, moduleName, globalName, protocol, fixImports);
    }

    @PythonMethod("__sizeof__($self, /)")
    int sizeOf() {
        return 200 + memoTable().tableBytes();
    }

    UnpicklerMemo memoTable() {
        return machine == null ? new UnpicklerMemo() : machine.memo;
    }

    @PythonGetter("memo")
    PyObject memo() {
        return new UnpicklerMemoProxy(this);
    }

    @PythonSetter(value = "memo", deletable = true)
    void setMemo(ThreadState thread, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("attribute deletion is not supported");
        }
        UnpicklerMemo memo = new UnpicklerMemo();
        if (value instanceof UnpicklerMemoProxy proxy) {
            proxy.table().forEach(memo::put);
        } else if (value instanceof PyDict dict) {
            for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
                if (!(dict.keyAt(i) instanceof PyInt number)) {
                    throw PyErr.typeError("memo key must be integers");
                }
                if (number.signum() < 0) {
                    throw PyErr.valueError("memo key must be positive integers.");
                }
                memo.put(number.longValue(), dict.valueAt(i));
            }
        } else {
            throw PyErr.typeError("'memo' attribute must be an UnpicklerMemoProxy object or dict, not %T", value);
        }
        if (machine != null) {
            machine.memo = memo;
        }
    }

    @PythonGetter("persistent_load")
    PyObject persistentLoad() {
        if (persistentLoad == null) {
            throw PyErr.attributeError("persistent_load");
        }
        return persistentLoad;
    }

    @PythonSetter(value = "persistent_load", deletable = true)
    void setPersistentLoad(PyObject value) {
        if (value == null) {
            throw PyErr.typeError("attribute deletion is not supported");
        }
        if (!Calls.isCallable(value)) {
            throw PyErr.typeError("persistent_load must be a callable taking one argument");
        }
        persistentLoad = value;
    }
}
