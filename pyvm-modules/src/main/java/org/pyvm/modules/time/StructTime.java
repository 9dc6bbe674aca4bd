package org.pyvm.modules.time;

import java.time.ZonedDateTime;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/** {@code time.struct_time}. */
final class StructTime {
    private static final PyStructSequence.Definition DEFINITION = new PyStructSequence.Definition(
            "time",
            "struct_time",
            9,
            "tm_year",
            "tm_mon",
            "tm_mday",
            "tm_hour",
            "tm_min",
            "tm_sec",
            "tm_wday",
            "tm_yday",
            "tm_isdst",
            "tm_zone",
            "tm_gmtoff");

    static final PyType TYPE = DEFINITION.type();

    private StructTime() {}

    static PyObject of(ZonedDateTime moment, String zoneName) {
        boolean summer = moment.getZone().getRules().isDaylightSavings(moment.toInstant());
        return DEFINITION.of(
                PyInt.of(moment.getYear()),
                PyInt.of(moment.getMonthValue()),
                PyInt.of(moment.getDayOfMonth()),
                PyInt.of(moment.getHour()),
                PyInt.of(moment.getMinute()),
                PyInt.of(moment.getSecond()),
                PyInt.of(moment.getDayOfWeek().getValue() - 1),
                PyInt.of(moment.getDayOfYear()),
                PyInt.of(summer ? 1 : 0),
                PyStr.of(zoneName),
                PyInt.of(moment.getOffset().getTotalSeconds()));
    }

    /** The nine fields as they are given. */
    static int[] fields(ThreadState thread, PyObject tuple, String function) {
        if (!(tuple instanceof PyTuple items)) {
            throw PyErr.typeError("Tuple or struct_time argument required");
        }
        if (items.size() != 9) {
            throw PyErr.typeError("%s(): illegal time tuple argument", function);
        }
        int[] fields = new int[9];
        for (int i = 0; i < 9; i++) {
            PyInt number = Numbers.index(thread, items.get(i));
            if (!number.fitsLong() || number.longValue() != (int) number.longValue()) {
                throw PyErr.overflowError("Python int too large to convert to C int");
            }
            fields[i] = (int) number.longValue();
        }
        return fields;
    }

    /** The nine fields in range; a month or day of 0 counts as 1. */
    static int[] checked(ThreadState thread, PyObject tuple, String function) {
        int[] fields = fields(thread, tuple, function);
        fields[1] = fields[1] == 0 ? 1 : fields[1];
        fields[2] = fields[2] == 0 ? 1 : fields[2];
        fields[7] = fields[7] == 0 ? 1 : fields[7];
        fields[6] = fields[6] < 0 ? fields[6] : fields[6] % 7;
        check(fields[1] >= 1 && fields[1] <= 12, "month");
        check(fields[2] >= 1 && fields[2] <= 31, "day of month");
        check(fields[3] >= 0 && fields[3] <= 23, "hour");
        check(fields[4] >= 0 && fields[4] <= 59, "minute");
        check(fields[5] >= 0 && fields[5] <= 61, "seconds");
        check(fields[6] >= 0, "day of week");
        check(fields[7] >= 1 && fields[7] <= 366, "day of year");
        return fields;
    }

    private static void check(boolean inRange, String field) {
        if (!inRange) {
            throw PyErr.valueError("%s out of range", field);
        }
    }
}
