package org.pyvm.modules.datetime;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code datetime.timezone}: a fixed offset from UTC. */
@PythonType(name = "timezone", module = "datetime")
public final class PyTimeZone extends PyTzInfo {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin(
                    "datetime", "timezone", PyTzInfo.TYPE, new PyTimeZoneExposed.SlotTable(), new PyTimeZoneExposed())
            .notSubclassable();

    static final PyTimeZone UTC = new PyTimeZone(PyTimeDelta.of(0, 0, 0), null);

    @PythonConstant("utc")
    static final PyObject UTC_CONSTANT = UTC;

    @PythonConstant("min")
    static final PyObject MIN = new PyTimeZone(PyTimeDelta.of(0, -86340, 0), null);

    @PythonConstant("max")
    static final PyObject MAX = new PyTimeZone(PyTimeDelta.of(0, 86340, 0), null);

    final PyTimeDelta offset;
    /** Null when it follows from the offset. */
    private final PyStr name;

    private PyTimeZone(PyTimeDelta offset, PyStr name) {
        super(TYPE);
        this.offset = offset;
        this.name = name;
    }

    /** @throws PyErr ValueError for an offset of a day or more */
    static PyTimeZone of(ThreadState thread, PyTimeDelta offset, PyStr name) {
        if (name == null && !offset.isTrue()) {
            return UTC;
        }
        boolean inRange = offset.days == 0 || offset.days == -1 && (offset.seconds != 0 || offset.microseconds > 0);
        if (!inRange) {
            throw PyErr.valueError(
                    "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %r.",
                    offset);
        }
        return new PyTimeZone(offset, name);
    }

    /** A fixed offset in seconds. */
    static PyTimeZone ofSeconds(long seconds, PyStr name) {
        return new PyTimeZone(PyTimeDelta.of(0, seconds, 0), name);
    }

    @PythonNew(value = "($cls, offset, name=<unrepresentable>)", showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, PyObject offset, PyObject name) {
        if (!(offset instanceof PyTimeDelta delta)) {
            throw PyErr.typeError("timezone() argument 1 must be datetime.timedelta, not %T", offset);
        }
        if (name != null && !(name instanceof PyStr)) {
            throw PyErr.typeError("timezone() argument 2 must be str, not %T", name);
        }
        return of(thread, delta, (PyStr) name);
    }

    private static void check(PyObject dt, String method) {
        if (dt != Singletons.NONE && !(dt instanceof PyDateTime)) {
            throw PyErr.typeError("%s(dt) argument must be a datetime instance or None, not %T", method, dt);
        }
    }

    @PythonMethod("tzname($self, dt, /)")
    PyObject name(PyObject dt) {
        check(dt, "tzname");
        return str();
    }

    @PythonMethod("utcoffset($self, dt, /)")
    PyObject offset(PyObject dt) {
        check(dt, "utcoffset");
        return offset;
    }

    @PythonMethod("dst($self, dt, /)")
    PyObject dst(PyObject dt) {
        check(dt, "dst");
        return Singletons.NONE;
    }

    @PythonMethod("fromutc($self, dt, /)")
    PyObject fromUtcFixed(ThreadState thread, PyObject dt) {
        if (!(dt instanceof PyDateTime time)) {
            throw PyErr.typeError("fromutc: argument must be a datetime instance");
        }
        if (time.tzinfo != this) {
            throw PyErr.valueError("fromutc: dt.tzinfo is not self");
        }
        return time.plus(thread, offset, 1);
    }

    @PythonMethod("__getinitargs__($self, /)")
    PyObject initArgs() {
        return name == null ? PyTuple.of(offset) : PyTuple.of(offset, name);
    }

    @SlotMethod(Slot.TP_STR)
    PyObject str() {
        if (name != null) {
            return name;
        }
        return PyStr.ofBmp(this == UTC || !offset.isTrue() ? "UTC" : "UTC" + TzCalls.format(offset, ":"));
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        if (this == UTC) {
            return PyStr.ofBmp("datetime.timezone.utc");
        }
        String inside = Objects.repr(thread, offset) + (name == null ? "" : ", " + Objects.repr(thread, name));
        return PyStr.of("datetime.timezone(" + inside + ")");
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        return Objects.hash(thread, offset);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(PyObject other, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyTimeZone zone)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        return PyBool.of((offset.compareTo(zone.offset) == 0) == (op == Comparison.EQ));
    }
}
