package org.pyvm.modules.datetime;

import java.math.BigInteger;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code datetime.timedelta}: days, seconds of a day and microseconds of a second, of which only the days may be negative. */
@PythonType(name = "timedelta", module = "datetime", parts = DeltaArithmetic.class)
public final class PyTimeDelta extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("datetime", "timedelta", new PyTimeDeltaExposed.SlotTable(), new PyTimeDeltaExposed());

    static final int MAX_DAYS = 999999999;

    @PythonConstant("min")
    static final PyObject MIN = of(-MAX_DAYS, 0, 0);

    @PythonConstant("max")
    static final PyObject MAX = of(MAX_DAYS, 86399, 999999);

    @PythonConstant("resolution")
    static final PyObject RESOLUTION = of(0, 0, 1);

    final int days;
    final int seconds;
    final int microseconds;

    PyTimeDelta(PyType type, int days, int seconds, int microseconds) {
        super(type);
        this.days = days;
        this.seconds = seconds;
        this.microseconds = microseconds;
    }

    /** From parts of any size. @throws PyErr OverflowError beyond 999999999 days */
    static PyTimeDelta of(long days, long seconds, long microseconds) {
        return of(TYPE, days, seconds, microseconds);
    }

    private static PyTimeDelta of(PyType type, long days, long seconds, long microseconds) {
        long carriedSeconds = seconds + Math.floorDiv(microseconds, CalendarMath.MICROSECONDS);
        long allDays = days + Math.floorDiv(carriedSeconds, CalendarMath.SECONDS_PER_DAY);
        if (allDays < -MAX_DAYS || allDays > MAX_DAYS) {
            throw PyErr.overflowError("days=%d; must have magnitude <= %d", allDays, MAX_DAYS);
        }
        return new PyTimeDelta(
                type, (int) allDays, (int) Math.floorMod(carriedSeconds, CalendarMath.SECONDS_PER_DAY), (int)
                        Math.floorMod(microseconds, CalendarMath.MICROSECONDS));
    }

    static PyTimeDelta ofMicroseconds(PyType type, BigInteger total) {
        BigInteger[] parts = total.divideAndRemainder(BigInteger.valueOf(CalendarMath.MICROSECONDS));
        BigInteger[] more = parts[0].divideAndRemainder(BigInteger.valueOf(CalendarMath.SECONDS_PER_DAY));
        if (more[0].bitLength() > 31) {
            throw PyErr.overflowError("Python int too large to convert to C int");
        }
        return of(type, more[0].longValue(), more[1].longValue(), parts[1].longValue());
    }

    BigInteger total() {
        return BigInteger.valueOf(days * CalendarMath.SECONDS_PER_DAY + seconds)
                .multiply(BigInteger.valueOf(CalendarMath.MICROSECONDS))
                .add(BigInteger.valueOf(microseconds));
    }

    @PythonNew(
            value = "($cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)",
            showSignature = false)
    static PyObject make(
            ThreadState thread,
            PyType cls,
            PyObject days,
            PyObject seconds,
            PyObject microseconds,
            PyObject milliseconds,
            PyObject minutes,
            PyObject hours,
            PyObject weeks) {
        DeltaSum sum = new DeltaSum();
        sum.add("microseconds", microseconds, 1);
        sum.add("milliseconds", milliseconds, 1000);
        sum.add("seconds", seconds, CalendarMath.MICROSECONDS);
        sum.add("minutes", minutes, 60 * CalendarMath.MICROSECONDS);
        sum.add("hours", hours, 3600 * CalendarMath.MICROSECONDS);
        sum.add("days", days, CalendarMath.SECONDS_PER_DAY * CalendarMath.MICROSECONDS);
        sum.add("weeks", weeks, 7 * CalendarMath.SECONDS_PER_DAY * CalendarMath.MICROSECONDS);
        return ofMicroseconds(cls, sum.total());
    }

    @PythonGetter(value = "days", member = true)
    int days() {
        return days;
    }

    @PythonGetter(value = "seconds", member = true)
    int seconds() {
        return seconds;
    }

    @PythonGetter(value = "microseconds", member = true)
    int microseconds() {
        return microseconds;
    }

    @PythonMethod("total_seconds($self, /)")
    PyObject totalSeconds(ThreadState thread) {
        return Numbers.binary(
                thread, BinaryOperator.TRUE_DIVIDE, PyInt.of(total()), PyInt.of(CalendarMath.MICROSECONDS));
    }

    int compareTo(PyTimeDelta other) {
        int order = Integer.compare(days, other.days);
        if (order == 0) {
            order = Integer.compare(seconds, other.seconds);
        }
        return order != 0 ? order : Integer.compare(microseconds, other.microseconds);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(PyObject other, Comparison op) {
        return other instanceof PyTimeDelta delta ? PyBool.of(op.holds(compareTo(delta))) : Singletons.NOT_IMPLEMENTED;
    }

    private PyTuple parts() {
        return PyTuple.of(PyInt.of(days), PyInt.of(seconds), PyInt.of(microseconds));
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        return Objects.hash(thread, parts());
    }

    @SlotMethod(Slot.NB_BOOL)
    boolean isTrue() {
        return days != 0 || seconds != 0 || microseconds != 0;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        StringBuilder text = new StringBuilder();
        String[] names = {"days", "seconds", "microseconds"};
        int[] values = {days, seconds, microseconds};
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(names[i])
                        .append('=')
                        .append(values[i]);
            }
        }
        return PyStr.of(type().fullName() + "(" + (text.isEmpty() ? "0" : text) + ")");
    }

    @SlotMethod(Slot.TP_STR)
    PyObject str() {
        String front = days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ");
        String clock = String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return PyStr.ofBmp(front + clock + (microseconds == 0 ? "" : String.format(".%06d", microseconds)));
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), parts());
    }
}
