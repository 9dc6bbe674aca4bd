package org.pyvm.modules.datetime;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code datetime.IsoCalendarDate}: what {@code isocalendar()} answers. */
@PythonType(name = "IsoCalendarDate", module = "datetime")
public final class PyIsoCalendarDate extends PyTuple {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin(
                    "datetime",
                    "IsoCalendarDate",
                    PyTuple.TYPE,
                    new PyIsoCalendarDateExposed.SlotTable(),
                    new PyIsoCalendarDateExposed())
            .notSubclassable();

    PyIsoCalendarDate(int[] parts) {
        super(TYPE, new PyObject[] {PyInt.of(parts[0]), PyInt.of(parts[1]), PyInt.of(parts[2])});
    }

    @PythonGetter("year")
    PyObject year() {
        return get(0);
    }

    @PythonGetter("week")
    PyObject week() {
        return get(1);
    }

    @PythonGetter("weekday")
    PyObject weekday() {
        return get(2);
    }

    /** Pickled as a plain tuple. */
    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(PyTuple.TYPE, PyTuple.of(PyTuple.of(toArray())));
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.ofBmp(
                "datetime.IsoCalendarDate(year=" + year() + ", week=" + week() + ", weekday=" + weekday() + ")");
    }
}
