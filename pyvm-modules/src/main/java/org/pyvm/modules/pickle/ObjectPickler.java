package org.pyvm.modules.pickle;

import static org.pyvm.modules.pickle.PickleOpcode.BINFLOAT;
import static org.pyvm.modules.pickle.PickleOpcode.BINGET;
import static org.pyvm.modules.pickle.PickleOpcode.BININT;
import static org.pyvm.modules.pickle.PickleOpcode.BININT1;
import static org.pyvm.modules.pickle.PickleOpcode.BININT2;
import static org.pyvm.modules.pickle.PickleOpcode.BINPERSID;
import static org.pyvm.modules.pickle.PickleOpcode.BINPUT;
import static org.pyvm.modules.pickle.PickleOpcode.FLOAT;
import static org.pyvm.modules.pickle.PickleOpcode.GET;
import static org.pyvm.modules.pickle.PickleOpcode.INT;
import static org.pyvm.modules.pickle.PickleOpcode.LONG;
import static org.pyvm.modules.pickle.PickleOpcode.LONG1;
import static org.pyvm.modules.pickle.PickleOpcode.LONG4;
import static org.pyvm.modules.pickle.PickleOpcode.LONG_BINGET;
import static org.pyvm.modules.pickle.PickleOpcode.LONG_BINPUT;
import static org.pyvm.modules.pickle.PickleOpcode.MEMOIZE;
import static org.pyvm.modules.pickle.PickleOpcode.NEWFALSE;
import static org.pyvm.modules.pickle.PickleOpcode.NEWTRUE;
import static org.pyvm.modules.pickle.PickleOpcode.NONE;
import static org.pyvm.modules.pickle.PickleOpcode.PERSID;
import static org.pyvm.modules.pickle.PickleOpcode.PROTO;
import static org.pyvm.modules.pickle.PickleOpcode.PUT;
import static org.pyvm.modules.pickle.PickleOpcode.STOP;

import java.math.BigInteger;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/**
 * Writes objects: the simple ones itself, others through {@link ContainerPickling}, {@link BytesPickling}, {@link GlobalPickling}
 * and, for all that tells how to make it again, {@link ReducePickling}.
 */
final class ObjectPickler {
    private static final String WHERE = " while pickling an object";
    private static final String FUNCTION = "function";

    final PickleState state;
    final PickleOutput out;
    final int protocol;
    /** Whether the protocol is 1 or more; a program may change it. */
    boolean binary;

    final boolean fixImports;
    final PyObject bufferCallback;
    PicklerMemo memo = new PicklerMemo();
    /** Whether nothing is remembered, which objects that hold themselves do not bear. */
    boolean fast;

    int fastNesting;
    PyDict fastMemo;
    /** Null for none; a function of the object. */
    PyObject persistentId;
    /** Null for that of {@code copyreg}. */
    PyObject dispatchTable;

    PyObject reducerOverride;

    ObjectPickler(ThreadState thread, PyObject write, PyObject protocol, boolean fixImports, PyObject bufferCallback) {
        state = PickleState.of(thread);
        this.protocol = protocolOf(thread, protocol);
        this.binary = this.protocol > 0;
        this.fixImports = fixImports && this.protocol < 3;
        this.bufferCallback = bufferCallback == Singletons.NONE ? null : bufferCallback;
        if (this.bufferCallback != null && this.protocol < 5) {
            throw PyErr.valueError("buffer_callback needs protocol >= 5");
        }
        out = new PickleOutput(write);
    }

    private static int protocolOf(ThreadState thread, PyObject given) {
        if (given == null || given == Singletons.NONE) {
            return PickleOpcode.DEFAULT_PROTOCOL;
        }
        int protocol = Convert.toInt(thread, given);
        if (protocol > PickleOpcode.HIGHEST_PROTOCOL) {
            throw PyErr.valueError("pickle protocol must be <= %d", PickleOpcode.HIGHEST_PROTOCOL);
        }
        return protocol < 0 ? PickleOpcode.HIGHEST_PROTOCOL : protocol;
    }

    /** Writes a whole pickle to the output's buffer. */
    void dump(ThreadState thread, PyObject object) {
        out.clear();
        if (protocol >= 2) {
            out.put(PROTO, protocol);
            if (protocol >= 4) {
                out.startFraming();
            }
        }
        save(thread, object);
        out.put(STOP);
        out.finish();
    }

    void save(ThreadState thread, PyObject object) {
        save(thread, object, true);
    }

    /** @param mayBePersistent false for a persistent id itself */
    private void save(ThreadState thread, PyObject object, boolean mayBePersistent) {
        out.boundary(thread);
        if (mayBePersistent && persistentId != null && savePersistent(thread, object)) {
            return;
        }
        PyType type = object.type();
        if (saveAtom(object, type)) {
            return;
        }
        int known = memo.find(object);
        if (known >= 0) {
            get(known);
            return;
        }
        if (type == PyBytes.TYPE) {
            BytesPickling.save(thread, this, (PyBytes) object);
            return;
        }
        if (type == PyStr.TYPE) {
            BytesPickling.save(thread, this, (PyStr) object);
            return;
        }
        thread.enter(WHERE);
        try {
            if (!ContainerPickling.save(thread, this, object, type)) {
                saveOther(thread, object, type);
            }
        } finally {
            thread.leave();
        }
    }

    private boolean saveAtom(PyObject object, PyType type) {
        if (type == PyInt.TYPE) {
            save((PyInt) object);
        } else if (object == Singletons.NONE) {
            out.put(NONE);
        } else if (type == PyBool.TYPE) {
            save(object == PyBool.TRUE);
        } else if (type == PyFloat.TYPE) {
            save(((PyFloat) object).value());
        } else {
            return false;
        }
        return true;
    }

    private void save(boolean value) {
        if (protocol >= 2) {
            out.put(value ? NEWTRUE : NEWFALSE);
        } else {
            out.putLine(INT, value ? "01" : "00");
        }
    }

    private void save(double value) {
        if (binary) {
            out.putBigEndian(BINFLOAT, Double.doubleToRawLongBits(value));
        } else {
            out.putLine(FLOAT, PyFloat.of(value).toString());
        }
    }

    private void save(PyInt number) {
        long value = number.longValue();
        if (!number.fitsLong() || value != (int) value) {
            saveLong(number);
        } else if (!binary) {
            out.putLine(INT, Long.toString(value));
        } else if (value >>> 8 == 0) {
            out.put(BININT1, (int) value);
        } else if (value >>> 16 == 0) {
            out.put(BININT2, value, 2);
        } else {
            out.put(BININT, value, 4);
        }
    }

    private void saveLong(PyInt number) {
        BigInteger value = number.bigValue();
        if (protocol < 2) {
            out.putLine(LONG, value + "L");
            return;
        }
        byte[] bigEndian = value.toByteArray();
        int length = bigEndian.length;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = bigEndian[length - 1 - i];
        }
        if (length < 256) {
            out.put(LONG1, length);
        } else {
            out.put(LONG4, length, 4);
        }
        out.put(bytes);
    }

    private boolean savePersistent(ThreadState thread, PyObject object) {
        PyObject id = Calls.call(thread, persistentId, object);
        if (id == Singletons.NONE) {
            return false;
        }
        if (binary) {
            save(thread, id, false);
            out.put(BINPERSID);
            return true;
        }
        PyStr text = Objects.str(thread, id);
        if (!text.isAscii()) {
            throw state.picklingError("persistent IDs in protocol 0 must be ASCII strings");
        }
        out.putLine(PERSID, text.toString());
        return true;
    }

    /** Gives an object that has just been written its number, by which {@link #get} finds it. */
    void memoize(PyObject object) {
        if (fast) {
            return;
        }
        int number = memo.size();
        memo.put(object, number);
        if (protocol >= 4) {
            out.put(MEMOIZE);
        } else if (!binary) {
            out.putLine(PUT, Integer.toString(number));
        } else if (number < 256) {
            out.put(BINPUT, number);
        } else {
            out.put(LONG_BINPUT, number, 4);
        }
    }

    void get(int number) {
        if (!binary) {
            out.putLine(GET, Integer.toString(number));
        } else if (number < 256) {
            out.put(BINGET, number);
        } else {
            out.put(LONG_BINGET, number, 4);
        }
    }

    private void saveOther(ThreadState thread, PyObject object, PyType type) {
        if (type == PyByteArray.TYPE) {
            BytesPickling.save(thread, this, (PyByteArray) object);
            return;
        }
        if (object instanceof PyPickleBuffer buffer) {
            BytesPickling.save(thread, this, buffer);
            return;
        }
        PyObject reduced = reducerOverride == null ? null : Calls.call(thread, reducerOverride, object);
        if (reduced == null || reduced == Singletons.NOT_IMPLEMENTED) {
            if (type == PyType.TYPE) {
                GlobalPickling.saveType(thread, this, (PyType) object);
                return;
            }
            if (type.name().equals(FUNCTION) && !type.isHeapType()) {
                GlobalPickling.save(thread, this, object, null);
                return;
            }
            reduced = reduce(thread, object, type);
            if (reduced == null) {
                GlobalPickling.save(thread, this, object, null);
                return;
            }
        }
        if (reduced instanceof PyStr name) {
            GlobalPickling.save(thread, this, object, name);
        } else if (reduced instanceof PyTuple parts) {
            ReducePickling.save(thread, this, parts, object);
        } else {
            throw state.picklingError("__reduce__ must return a string or tuple");
        }
    }

    /** What the object says of how to make it; null for a class, which is found by its name. */
    private PyObject reduce(ThreadState thread, PyObject object, PyType type) {
        PyObject function = dispatchTable == null
                ? state.dispatchTable.get(thread, type)
                : Mappings.getOrNull(thread, dispatchTable, type);
        if (function != null) {
            return Calls.call(thread, function, object);
        }
        if (type.isSubtypeOf(PyType.TYPE)) {
            return null;
        }
        PyObject reduceEx = Attributes.getOrNull(thread, object, Names.REDUCE_EX);
        if (reduceEx != null) {
            return Calls.call(thread, reduceEx, PyInt.of(protocol));
        }
        PyObject reduce = Attributes.getOrNull(thread, object, Names.REDUCE);
        if (reduce != null) {
            return Calls.call(thread, reduce);
        }
        throw state.picklingError("can't pickle '%T' object: %r", object, object);
    }
}
