package org.pyvm.modules.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Clock;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PySimpleNamespace;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code time}. */
@PythonModule("time")
public final class TimeModule {
    private final InterpreterState interpreter;
    private ZoneId zone;

    TimeModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    private Clock clock() {
        return interpreter.service(Host.class).clock();
    }

    @PythonModuleInit
    void init(PyModule module) {
        module.dict().put("struct_time", StructTime.TYPE);
        module.dict().put("_STRUCT_TM_ITEMS", PyInt.of(11));
        for (int i = 0; i < CLOCK_NAMES.length; i++) {
            module.dict().put(CLOCK_NAMES[i], PyInt.of(CLOCK_NUMBERS[i]));
        }
        zone = clock().zone();
        setZoneNames(module.dict());
    }

    private static final String[] CLOCK_NAMES = {
        "CLOCK_REALTIME",
        "CLOCK_MONOTONIC",
        "CLOCK_PROCESS_CPUTIME_ID",
        "CLOCK_THREAD_CPUTIME_ID",
        "CLOCK_MONOTONIC_RAW",
        "CLOCK_BOOTTIME"
    };
    private static final int[] CLOCK_NUMBERS = {0, 1, 2, 3, 4, 7};

    /** Names and offsets are those of January and July of this year, as in CPython. */
    private void setZoneNames(PyDict dict) {
        int year = Instant.ofEpochSecond(clock().time() / 1_000_000_000L)
                .atZone(zone)
                .getYear();
        ZonedDateTime january = ZonedDateTime.of(year, 1, 1, 0, 0, 0, 0, zone);
        ZonedDateTime july = january.withMonth(7);
        int first = -january.getOffset().getTotalSeconds();
        int second = -july.getOffset().getTotalSeconds();
        boolean southern = first < second;
        ZonedDateTime standard = southern ? july : january;
        ZonedDateTime summer = southern ? january : july;
        dict.put("timezone", PyInt.of(Math.max(first, second)));
        dict.put("altzone", PyInt.of(Math.min(first, second)));
        dict.put("daylight", PyInt.of(first == second ? 0 : 1));
        dict.put("tzname", PyTuple.of(PyStr.of(zoneName(standard)), PyStr.of(zoneName(summer))));
    }

    /** The abbreviation in use at a moment, such as CET or CEST. */
    static String zoneName(ZonedDateTime moment) {
        if (moment.getZone() instanceof ZoneOffset || moment.getZone().getId().equals("Etc/UTC")) {
            return "UTC";
        }
        boolean summer = moment.getZone().getRules().isDaylightSavings(moment.toInstant());
        return java.util.TimeZone.getTimeZone(moment.getZone())
                .getDisplayName(summer, java.util.TimeZone.SHORT, Locale.ROOT);
    }

    /** Reads TZ again. */
    @PythonFunction("tzset()")
    void tzset() {
        String named = interpreter.service(Host.class).environment().get("TZ");
        try {
            zone = named == null || named.isEmpty() ? clock().zone() : ZoneId.of(named);
        } catch (DateTimeException e) {
            zone = ZoneOffset.UTC;
        }
        if (interpreter.modules.get("time") instanceof PyModule module) {
            setZoneNames(module.dict());
        }
    }

    @PythonFunction("time()")
    double time() {
        return clock().time() / 1e9;
    }

    @PythonFunction("time_ns()")
    long timeNs() {
        return clock().time();
    }

    @PythonFunction("monotonic()")
    double monotonic() {
        return clock().monotonic() / 1e9;
    }

    @PythonFunction("monotonic_ns()")
    long monotonicNs() {
        return clock().monotonic();
    }

    @PythonFunction("perf_counter()")
    double perfCounter() {
        return clock().monotonic() / 1e9;
    }

    @PythonFunction("perf_counter_ns()")
    long perfCounterNs() {
        return clock().monotonic();
    }

    @PythonFunction("process_time()")
    double processTime() {
        return clock().processTime() / 1e9;
    }

    @PythonFunction("process_time_ns()")
    long processTimeNs() {
        return clock().processTime();
    }

    @PythonFunction("thread_time()")
    double threadTime() {
        return clock().threadTime() / 1e9;
    }

    @PythonFunction("thread_time_ns()")
    long threadTimeNs() {
        return clock().threadTime();
    }

    @PythonFunction("clock_gettime(clk_id, /)")
    double clockGetTime(int id) {
        return clockGetTimeNs(id) / 1e9;
    }

    @PythonFunction("clock_gettime_ns(clk_id, /)")
    long clockGetTimeNs(int id) {
        return switch (id) {
            case 0 -> clock().time();
            case 1, 4, 7 -> clock().monotonic();
            case 2 -> clock().processTime();
            case 3 -> clock().threadTime();
            default ->
                throw PyErr.of(org.pyvm.objects.types.Exceptions.OS_ERROR, PyInt.of(22), PyStr.of("Invalid argument"));
        };
    }

    @PythonFunction("clock_getres(clk_id, /)")
    double clockGetRes(int id) {
        clockGetTimeNs(id);
        return 1e-9;
    }

    @PythonFunction("get_clock_info(name, /)")
    PyObject getClockInfo(PyStr name) {
        boolean adjustable = false;
        boolean monotonic = true;
        String implementation;
        switch (name.toString()) {
            case "time" -> {
                implementation = "clock_gettime(CLOCK_REALTIME)";
                adjustable = true;
                monotonic = false;
            }
            case "monotonic", "perf_counter" -> implementation = "clock_gettime(CLOCK_MONOTONIC)";
            case "process_time" -> implementation = "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)";
            case "thread_time" -> implementation = "clock_gettime(CLOCK_THREAD_CPUTIME_ID)";
            default -> throw PyErr.valueError("unknown clock");
        }
        PyDict info = new PyDict();
        info.put("implementation", PyStr.of(implementation));
        info.put("monotonic", PyBool.of(monotonic));
        info.put("adjustable", PyBool.of(adjustable));
        info.put("resolution", PyFloat.of(1e-9));
        return PySimpleNamespace.of(info);
    }

    @PythonFunction("sleep(secs, /)")
    void sleep(ThreadState thread, PyObject seconds) {
        double wanted = seconds instanceof PyFloat number
                ? number.value()
                : Numbers.index(thread, seconds).doubleValue();
        if (Double.isNaN(wanted)) {
            throw PyErr.valueError("Invalid value NaN (not a number)");
        }
        if (wanted < 0) {
            throw PyErr.valueError("sleep length must be non-negative");
        }
        if (wanted > 9.2e9) {
            throw PyErr.overflowError("timestamp too large to convert to C _PyTime_t");
        }
        long end = clock().monotonic() + (long) (wanted * 1e9);
        for (long rest = (long) (wanted * 1e9); rest >= 0; rest = end - clock().monotonic()) {
            if (slept(thread, rest) || rest == 0) {
                return;
            }
            // A signal has come: its handler may raise; otherwise sleep goes on (PEP 475).
            org.pyvm.eval.Safepoint.poll(thread);
        }
    }

    private boolean slept(ThreadState thread, long nanos) {
        return thread.interpreter().lock().released(() -> {
            try {
                clock().sleep(nanos);
                return true;
            } catch (InterruptedException e) {
                return false;
            }
        });
    }

    private ZonedDateTime moment(ThreadState thread, PyObject seconds, ZoneId in) {
        long whole = seconds == null || seconds == Singletons.NONE
                ? Math.floorDiv(clock().time(), 1_000_000_000L)
                : wholeSeconds(thread, seconds);
        try {
            return Instant.ofEpochSecond(whole).atZone(in);
        } catch (DateTimeException e) {
            throw PyErr.overflowError("timestamp out of range for platform time_t");
        }
    }

    private static long wholeSeconds(ThreadState thread, PyObject seconds) {
        if (seconds instanceof PyFloat number) {
            if (Double.isNaN(number.value())) {
                throw PyErr.valueError("Invalid value NaN (not a number)");
            }
            if (Math.abs(number.value()) > 9e18) {
                throw PyErr.overflowError("timestamp out of range for platform time_t");
            }
            return (long) Math.floor(number.value());
        }
        PyInt number = Numbers.index(thread, seconds);
        if (!number.fitsLong()) {
            throw PyErr.overflowError("timestamp out of range for platform time_t");
        }
        return number.longValue();
    }

    @PythonFunction("gmtime(seconds=None, /)")
    PyObject gmtime(ThreadState thread, PyObject seconds) {
        return StructTime.of(moment(thread, seconds, ZoneOffset.UTC), "UTC");
    }

    @PythonFunction("localtime(seconds=None, /)")
    PyObject localtime(ThreadState thread, PyObject seconds) {
        ZonedDateTime moment = moment(thread, seconds, zone);
        return StructTime.of(moment, zoneName(moment));
    }

    @PythonFunction("mktime(time_tuple, /)")
    double mktime(ThreadState thread, PyObject tuple) {
        int[] fields = StructTime.fields(thread, tuple, "mktime");
        try {
            LocalDateTime local = LocalDateTime.of(fields[0], 1, 1, 0, 0)
                    .plusMonths(fields[1] - 1L)
                    .plusDays(fields[2] - 1L)
                    .plusHours(fields[3])
                    .plusMinutes(fields[4])
                    .plusSeconds(fields[5]);
            ZonedDateTime moment = local.atZone(zone);
            if (fields[8] == 0) {
                moment = moment.withLaterOffsetAtOverlap();
            }
            return moment.toEpochSecond();
        } catch (DateTimeException e) {
            throw PyErr.overflowError("mktime argument out of range");
        }
    }

    @PythonFunction("asctime(time_tuple=None, /)")
    String asctime(ThreadState thread, PyObject tuple) {
        PyObject time = tuple == Singletons.NONE ? localtime(thread, Singletons.NONE) : tuple;
        int[] fields = StructTime.checked(thread, time, "asctime");
        String day = TimeFormat.DAYS[fields[6]].substring(0, 3);
        String month = TimeFormat.MONTHS[fields[1] - 1].substring(0, 3);
        return String.format(
                "%s %s%3d %02d:%02d:%02d %d", day, month, fields[2], fields[3], fields[4], fields[5], fields[0]);
    }

    @PythonFunction("ctime(seconds=None, /)")
    String ctime(ThreadState thread, PyObject seconds) {
        return asctime(thread, localtime(thread, seconds));
    }

    @PythonFunction("strftime(format, time_tuple=<unrepresentable>, /)")
    PyObject strftime(ThreadState thread, PyStr format, PyObject tuple) {
        PyObject time = tuple == null ? localtime(thread, Singletons.NONE) : tuple;
        int[] fields = StructTime.checked(thread, time, "strftime");
        PyObject name = Attributes.getOrNull(thread, time, PyStr.intern("tm_zone"));
        PyObject offset = Attributes.getOrNull(thread, time, PyStr.intern("tm_gmtoff"));
        String zoneShown = name instanceof PyStr text
                ? text.toString()
                : fields[8] > 0
                        ? zoneName(Instant.ofEpochSecond(clock().time() / 1_000_000_000L)
                                .atZone(zone))
                        : zoneName(ZonedDateTime.of(1970, 1, 1, 0, 0, 0, 0, zone));
        int seconds = offset instanceof PyInt number ? (int) number.longValue() : 0;
        return PyStr.of(TimeFormat.format(format.toString(), fields, zoneShown, seconds, zone));
    }

    @PythonFunction("strptime(string, format='%a %b %d %H:%M:%S %Y', /)")
    PyObject strptime(ThreadState thread, PyObject text, PyObject format) {
        PyObject module = org.pyvm.modules.imports.Importing.importModule(
                thread, PyStr.of("_strptime"), Singletons.NONE, Singletons.NONE, 0);
        return Calls.callMethod(thread, module, PyStr.intern("_strptime_time"), text, format);
    }
}
