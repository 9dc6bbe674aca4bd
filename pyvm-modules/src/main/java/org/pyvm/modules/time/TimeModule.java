package org.pyvm.modules.time;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Clock;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PySimpleNamespace;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code time}. */
@PythonModule("time")
public final class TimeModule {
    @PythonConstant("struct_time")
    static final PyObject STRUCT_TIME = BrokenTime.STRUCT_TIME.type();

    @PythonConstant("_STRUCT_TM_ITEMS")
    static final int STRUCT_TM_ITEMS = 11;

    @PythonConstant("CLOCK_REALTIME")
    static final int CLOCK_REALTIME = 0;

    @PythonConstant("CLOCK_MONOTONIC")
    static final int CLOCK_MONOTONIC = 1;

    @PythonConstant("CLOCK_PROCESS_CPUTIME_ID")
    static final int CLOCK_PROCESS_CPUTIME_ID = 2;

    @PythonConstant("CLOCK_THREAD_CPUTIME_ID")
    static final int CLOCK_THREAD_CPUTIME_ID = 3;

    @PythonConstant("CLOCK_MONOTONIC_RAW")
    static final int CLOCK_MONOTONIC_RAW = 4;

    @PythonConstant("CLOCK_BOOTTIME")
    static final int CLOCK_BOOTTIME = 7;

    @PythonConstant("CLOCK_TAI")
    static final int CLOCK_TAI = 11;

    private static final long SECOND = 1_000_000_000L;
    /** CPython's "year": a 365.25th of it in seconds. */
    private static final long YEAR = (365 * 24 + 6) * 3600L;

    private final InterpreterState interpreter;
    private PyModule module;
    private LocalZone zone;

    TimeModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    @PythonModuleInit
    void init(PyModule object) {
        module = object;
        tzset();
    }

    private Clock clock() {
        return interpreter.service(Host.class).clock();
    }

    @PythonFunction("tzset()")
    void tzset() {
        zone = LocalZone.of(interpreter.service(Host.class));
        long start = Math.floorDiv(now() / SECOND, YEAR) * YEAR;
        LocalZone.Offset winter = zone.at(start);
        LocalZone.Offset summer = zone.at(start + YEAR / 2);
        // In the south, January has daylight saving.
        LocalZone.Offset standard = -winter.seconds() < -summer.seconds() ? summer : winter;
        LocalZone.Offset other = standard == winter ? summer : winter;
        module.dict().put("timezone", PyInt.of(-standard.seconds()));
        module.dict().put("altzone", PyInt.of(-other.seconds()));
        module.dict().put("daylight", PyInt.of(winter.seconds() != summer.seconds() ? 1 : 0));
        module.dict().put("tzname", PyTuple.of(PyStr.of(standard.abbreviation()), PyStr.of(other.abbreviation())));
    }

    /** The time, or 1970 where the host denies it: the module can be imported all the same, as {@code zipimport} does at start. */
    private long now() {
        try {
            return clock().time();
        } catch (HostException e) {
            return 0;
        }
    }

    // Clocks

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    @PythonFunction("time()")
    double time() {
        return seconds(clock().time());
    }

    @PythonFunction("time_ns()")
    long timeNs() {
        return clock().time();
    }

    @PythonFunction("monotonic()")
    double monotonic() {
        return seconds(clock().monotonic());
    }

    @PythonFunction("monotonic_ns()")
    long monotonicNs() {
        return clock().monotonic();
    }

    @PythonFunction("perf_counter()")
    double perfCounter() {
        return seconds(clock().monotonic());
    }

    @PythonFunction("perf_counter_ns()")
    long perfCounterNs() {
        return clock().monotonic();
    }

    @PythonFunction("process_time()")
    double processTime() {
        return seconds(clock().processTime());
    }

    @PythonFunction("process_time_ns()")
    long processTimeNs() {
        return clock().processTime();
    }

    @PythonFunction("thread_time()")
    double threadTime() {
        return seconds(clock().threadTime());
    }

    @PythonFunction("thread_time_ns()")
    long threadTimeNs() {
        return clock().threadTime();
    }

    @PythonFunction("clock_gettime(clk_id, /)")
    double clockGettime(ThreadState thread, int id) {
        return seconds(clockGettimeNs(thread, id));
    }

    @PythonFunction("clock_gettime_ns(clk_id, /)")
    long clockGettimeNs(ThreadState thread, int id) {
        return switch (id) {
            case CLOCK_REALTIME, CLOCK_TAI -> clock().time();
            case CLOCK_MONOTONIC, CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME -> clock().monotonic();
            case CLOCK_PROCESS_CPUTIME_ID -> clock().processTime();
            case CLOCK_THREAD_CPUTIME_ID -> clock().threadTime();
            default -> throw HostErrors.of(thread, Errno.EINVAL);
        };
    }

    @PythonFunction("clock_getres(clk_id, /)")
    double clockGetres(ThreadState thread, int id) {
        clockGettimeNs(thread, id);
        return 1e-9;
    }

    @PythonFunction("clock_settime(clk_id, time, /)")
    void clockSettime(ThreadState thread, int id, PyObject time) {
        nanos(thread, time, RoundingMode.FLOOR);
        throw HostErrors.of(thread, Errno.EPERM);
    }

    @PythonFunction("clock_settime_ns(clk_id, time, /)")
    void clockSettimeNs(ThreadState thread, int id, long time) {
        throw HostErrors.of(thread, Errno.EPERM);
    }

    @PythonFunction("get_clock_info(name, /)")
    PyObject getClockInfo(String name) {
        String source = switch (name) {
            case "time" -> "CLOCK_REALTIME";
            case "monotonic", "perf_counter" -> "CLOCK_MONOTONIC";
            case "process_time" -> "CLOCK_PROCESS_CPUTIME_ID";
            case "thread_time" -> "CLOCK_THREAD_CPUTIME_ID";
            default -> throw PyErr.valueError("unknown clock");
        };
        boolean wall = name.equals("time");
        PySimpleNamespace info = new PySimpleNamespace();
        org.pyvm.objects.Shape.set(info, PyStr.intern("implementation"), PyStr.of("clock_gettime(" + source + ")"));
        org.pyvm.objects.Shape.set(info, PyStr.intern("monotonic"), wall ? Singletons.FALSE : Singletons.TRUE);
        org.pyvm.objects.Shape.set(info, PyStr.intern("adjustable"), wall ? Singletons.TRUE : Singletons.FALSE);
        org.pyvm.objects.Shape.set(info, PyStr.intern("resolution"), PyFloat.of(1e-9));
        return info;
    }

    @PythonFunction("sleep(seconds, /)")
    void sleep(ThreadState thread, PyObject seconds) {
        long nanos = nanos(thread, seconds, RoundingMode.CEILING);
        if (nanos < 0) {
            throw PyErr.valueError("sleep length must be non-negative");
        }
        long start = clock().monotonic();
        boolean done = false;
        while (!done) {
            long left = nanos - (clock().monotonic() - start);
            done = Blocking.await(thread, () -> {
                clock().sleep(Math.max(0, left));
                return true;
            });
            done |= clock().monotonic() - start >= nanos;
        }
    }

    /** Seconds, as an int or float, in nanoseconds. */
    private static long nanos(ThreadState thread, PyObject seconds, RoundingMode rounding) {
        BigInteger nanos;
        if (seconds instanceof PyFloat) {
            double value = Numbers.toDouble(thread, seconds);
            if (Double.isNaN(value)) {
                throw PyErr.valueError("Invalid value NaN (not a number)");
            }
            double scaled = value * 1e9;
            scaled = rounding == RoundingMode.CEILING && scaled >= 0 ? Math.ceil(scaled) : Math.floor(scaled);
            if (!(Math.abs(scaled) < 9.2e18)) {
                throw PyErr.overflowError("timestamp too large to convert to C _PyTime_t");
            }
            return (long) scaled;
        }
        nanos = Numbers.index(thread, seconds).bigValue().multiply(BigInteger.valueOf(SECOND));
        if (nanos.bitLength() > 63) {
            throw PyErr.overflowError("timestamp too large to convert to C _PyTime_t");
        }
        return nanos.longValue();
    }

    // Moments and fields

    /** Whole seconds of a moment, rounded down; now for None. */
    private long moment(ThreadState thread, PyObject seconds) {
        if (seconds == Singletons.NONE) {
            return Math.floorDiv(clock().time(), SECOND);
        }
        if (seconds instanceof PyFloat) {
            double value = Numbers.toDouble(thread, seconds);
            if (Double.isNaN(value)) {
                throw PyErr.valueError("Invalid value NaN (not a number)");
            }
            if (!(Math.abs(value) < 9.2e18)) {
                throw outOfRange();
            }
            return new BigDecimal(value).setScale(0, RoundingMode.FLOOR).longValue();
        }
        PyInt number = Numbers.index(thread, seconds);
        if (!number.fitsLong()) {
            throw outOfRange();
        }
        return number.longValue();
    }

    private static PyErr outOfRange() {
        return PyErr.overflowError("timestamp out of range for platform time_t");
    }

    @PythonFunction("gmtime(seconds=None, /)")
    PyObject gmtime(ThreadState thread, PyObject seconds) {
        return BrokenTime.utc(thread, moment(thread, seconds)).toPython();
    }

    @PythonFunction("localtime(seconds=None, /)")
    PyObject localtime(ThreadState thread, PyObject seconds) {
        return local(thread, moment(thread, seconds)).toPython();
    }

    private BrokenTime local(ThreadState thread, long seconds) {
        return BrokenTime.local(thread, zone, seconds);
    }

    @PythonFunction("mktime(tuple, /)")
    double mktime(ThreadState thread, PyObject tuple) {
        BrokenTime time = BrokenTime.parse(thread, "mktime", tuple);
        if (Math.abs((long) time.year()) > 900_000_000L) {
            throw PyErr.overflowError("mktime argument out of range");
        }
        return fromLocal(zone, time);
    }

    /** The moment that fields of local time mean. */
    static long fromLocal(LocalZone zone, BrokenTime time) {
        long asUtc = time.asUtc();
        LocalZone.Offset near = zone.at(asUtc);
        // Half a day to either side there is the other offset, if a change is near; a year's halves have both.
        LocalZone.Offset[] candidates = {
            near,
            zone.at(asUtc - near.seconds()),
            zone.at(asUtc - 43_200),
            zone.at(asUtc + 43_200),
            zone.at(asUtc - YEAR / 2),
            zone.at(asUtc + YEAR / 2)
        };
        Long any = null;
        for (LocalZone.Offset candidate : candidates) {
            long moment = asUtc - candidate.seconds();
            if (zone.at(moment).seconds() == candidate.seconds()) {
                if (time.dst() < 0 || zone.at(moment).isDst() == time.dst() > 0) {
                    return moment;
                }
                any = any == null ? moment : any;
            }
        }
        if (time.dst() >= 0) {
            // The fields are said to be in the other kind of time than there is then.
            for (LocalZone.Offset candidate : candidates) {
                if (candidate.isDst() == time.dst() > 0) {
                    return asUtc - candidate.seconds();
                }
            }
        }
        return any != null ? any : asUtc - near.seconds();
    }

    // Texts

    @PythonFunction("strftime(format, tuple=<unrepresentable>, /)")
    PyObject strftime(ThreadState thread, PyStr format, PyObject tuple) {
        BrokenTime time = tuple == null
                ? local(thread, moment(thread, Singletons.NONE))
                : BrokenTime.parse(thread, "strftime", tuple);
        PyStr text = format;
        for (int i = 0; i < text.length(); i++) {
            if (text.codePointAt(i) == 0) {
                throw PyErr.valueError("embedded null character");
            }
        }
        return TimeFormat.format(text, time.checked(), zone);
    }

    @PythonFunction("asctime(tuple=<unrepresentable>, /)")
    PyObject asctime(ThreadState thread, PyObject tuple) {
        BrokenTime time = tuple == null
                ? local(thread, moment(thread, Singletons.NONE))
                : BrokenTime.parse(thread, "asctime", tuple).checked();
        return text(time);
    }

    private PyObject text(BrokenTime time) {
        String day = Integer.toString(time.day());
        return TimeFormat.format(
                PyStr.of("%a %b " + " ".repeat(Math.max(0, 2 - day.length())) + day + " %H:%M:%S " + time.year()),
                time,
                zone);
    }

    @PythonFunction("ctime(seconds=None, /)")
    PyObject ctime(ThreadState thread, PyObject seconds) {
        return text(local(thread, moment(thread, seconds)));
    }

    @PythonFunction("strptime(string, format='%a %b %d %H:%M:%S %Y', /)")
    PyObject strptime(ThreadState thread, PyObject string, PyObject format) {
        PyObject implementation =
                Importing.importModule(thread, PyStr.intern("_strptime"), Singletons.NONE, Singletons.NONE, 0);
        return Calls.call(thread, Attributes.get(thread, implementation, "_strptime_time"), string, format);
    }
}
