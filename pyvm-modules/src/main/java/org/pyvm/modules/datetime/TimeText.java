package org.pyvm.modules.datetime;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** How dates and times are shown: by {@code isoformat} and {@code strftime}. */
final class TimeText {
    private TimeText() {}

    /** @param timespec which parts are shown; {@code auto} shows microseconds unless they are zero */
    static String clock(String timespec, int hour, int minute, int second, int microsecond) {
        String form = timespec.equals("auto") ? (microsecond == 0 ? "seconds" : "microseconds") : timespec;
        return switch (form) {
            case "hours" -> String.format("%02d", hour);
            case "minutes" -> String.format("%02d:%02d", hour, minute);
            case "seconds" -> String.format("%02d:%02d:%02d", hour, minute, second);
            case "milliseconds" -> String.format("%02d:%02d:%02d.%03d", hour, minute, second, microsecond / 1000);
            case "microseconds" -> String.format("%02d:%02d:%02d.%06d", hour, minute, second, microsecond);
            default -> throw PyErr.valueError("Unknown timespec value");
        };
    }

    /** The argument of a function that wants a str. */
    static PyStr text(String function, PyObject given) {
        if (!(given instanceof PyStr text)) {
            throw PyErr.typeError("%s() argument 1 must be str, not %T", function, given);
        }
        return text;
    }

    /** The name of a zone, its percent signs doubled. */
    private static PyStr zoneName(ThreadState thread, PyObject tzinfo, PyObject zoned) {
        PyObject name = TzCalls.tzname(thread, tzinfo, zoned);
        if (name == Singletons.NONE) {
            return PyStr.EMPTY;
        }
        PyObject doubled =
                Calls.callMethod(thread, name, PyStr.intern("replace"), PyStr.ofCodePoint('%'), PyStr.intern("%%"));
        if (!(doubled instanceof PyStr text)) {
            throw PyErr.typeError("tzname.replace() did not return a string");
        }
        // The platform's strftime takes bytes: a lone surrogate is refused.
        Utf8.encode(thread, text, null);
        return text;
    }

    static String zone(ThreadState thread, PyObject tzinfo, PyObject time) {
        PyTimeDelta offset = TzCalls.utcoffset(thread, tzinfo, time);
        return offset == null ? "" : TzCalls.format(offset, ":");
    }

    /**
     * {@code strftime}: what the zone and the microseconds stand for is put into the format, which the module {@code time} then uses.
     *
     * @param zoned what a zone is asked about
     */
    static PyObject format(
            ThreadState thread, PyStr format, PyObject broken, int microsecond, PyObject tzinfo, PyObject zoned) {
        StrBuilder text = new StrBuilder(format.length() + 8);
        int length = format.length();
        for (int i = 0; i < length; i++) {
            int c = format.codePointAt(i);
            int directive = c == '%' && i + 1 < length ? format.codePointAt(i + 1) : 0;
            switch (directive) {
                case 'z' -> {
                    PyTimeDelta offset = TzCalls.utcoffset(thread, tzinfo, zoned);
                    text.append(offset == null ? "" : TzCalls.format(offset, ""));
                }
                case 'Z' -> text.append(zoneName(thread, tzinfo, zoned));
                case 'f' -> text.append(String.format("%06d", microsecond));
                case 0 -> {
                    text.append(c);
                    continue;
                }
                default -> text.append(c).append(directive);
            }
            i++;
        }
        PyObject time = LocalTime.module(thread, "time");
        return Calls.callMethod(thread, time, PyStr.intern("strftime"), text.toPyStr(), broken);
    }
}
