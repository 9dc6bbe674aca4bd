package org.pyvm.modules.datetime;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code datetime.tzinfo}: what classes of time zones derive from. */
@PythonType(name = "tzinfo", module = "datetime")
public class PyTzInfo extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("datetime", "tzinfo", new PyTzInfoExposed.SlotTable(), new PyTzInfoExposed());

    private static final PyStr GETINITARGS = PyStr.intern("__getinitargs__");

    PyTzInfo(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyTzInfo(cls);
    }

    private static PyErr missing(String method) {
        return PyErr.of(Exceptions.NOT_IMPLEMENTED_ERROR, "a tzinfo subclass must implement %s()", method);
    }

    @PythonMethod(value = "tzname", raw = true)
    PyObject tzname(PyObject[] args, PyStr[] names) {
        throw missing("tzname");
    }

    @PythonMethod(value = "utcoffset", raw = true)
    PyObject utcoffset(PyObject[] args, PyStr[] names) {
        throw missing("utcoffset");
    }

    @PythonMethod(value = "dst", raw = true)
    PyObject dst(PyObject[] args, PyStr[] names) {
        throw missing("dst");
    }

    @PythonMethod("fromutc($self, dt, /)")
    PyObject fromUtc(ThreadState thread, PyObject dt) {
        if (!(dt instanceof PyDateTime time)) {
            throw PyErr.typeError("fromutc: argument must be a datetime");
        }
        if (time.tzinfo != this) {
            throw PyErr.valueError("fromutc: dt.tzinfo is not self");
        }
        PyTimeDelta offset = TzCalls.utcoffset(thread, this, time);
        if (offset == null) {
            throw PyErr.valueError("fromutc: non-None utcoffset() result required");
        }
        PyTimeDelta dst = TzCalls.dst(thread, this, time);
        if (dst == null) {
            throw PyErr.valueError("fromutc: non-None dst() result required");
        }
        PyObject result = time.plus(thread, DeltaArithmetic.difference(offset, dst), 1);
        dst = TzCalls.call(thread, this, TzCalls.DST, result);
        if (dst == null) {
            throw PyErr.valueError("fromutc: tz.dst() gave inconsistent results; cannot convert");
        }
        return dst.isTrue() ? ((PyDateTime) result).plus(thread, dst, 1) : result;
    }

    @PythonMethod(value = "__reduce__", raw = true)
    PyObject reduce(ThreadState thread, PyObject[] args, PyStr[] names) {
        PyObject initArgs = Attributes.getOrNull(thread, this, GETINITARGS);
        PyObject given = initArgs == null ? PyTuple.of() : Calls.call(thread, initArgs);
        PyObject state = Calls.callMethod(thread, this, Names.GETSTATE);
        return state == Singletons.NONE ? PyTuple.of(type(), given) : PyTuple.of(type(), given, state);
    }
}
