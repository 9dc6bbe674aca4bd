package org.pyvm.objects.types;

import java.util.List;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;

/** UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError. */
final class UnicodeErrors {
    private static final List<String> NAMES = List.of("encoding", "object", "start", "end", "reason");

    private UnicodeErrors() {}

    private static boolean is(PyBaseException self, PyType type) {
        return self.type().isSubtypeOf(type);
    }

    static void fill(PyBaseException self, PyObject[] args) {
        boolean translate = is(self, Exceptions.UNICODE_TRANSLATE_ERROR);
        if (!translate && !is(self, Exceptions.UNICODE_DECODE_ERROR) && !is(self, Exceptions.UNICODE_ENCODE_ERROR)) {
            return;
        }
        int expected = translate ? 4 : 5;
        if (args.length != expected) {
            throw PyErr.typeError("function takes exactly %d arguments (%d given)", expected, args.length);
        }
        int at = 0;
        for (String name : NAMES) {
            if (translate && name.equals("encoding")) {
                continue;
            }
            self.setField(PyStr.intern(name), check(self, name, args[at], at + 1));
            at++;
        }
    }

    private static PyObject check(PyBaseException self, String name, PyObject value, int position) {
        boolean text = name.equals("encoding")
                || name.equals("reason")
                || name.equals("object") && !is(self, Exceptions.UNICODE_DECODE_ERROR);
        if (text && !(value instanceof PyStr)) {
            throw PyErr.typeError("argument %d must be str, not %T", position, value);
        }
        if (name.equals("object") && !text && !(value instanceof PyBytes)) {
            if (value.type().slots().has(org.pyvm.objects.Slot.BF_GETBUFFER)) {
                return PyBytes.of(value.type()
                        .slots()
                        .buffer(ThreadState.current(), value, 0)
                        .toByteArray());
            }
            throw PyErr.typeError("a bytes-like object is required, not '%T'", value);
        }
        if (name.equals("start") || name.equals("end")) {
            return Numbers.index(ThreadState.current(), value);
        }
        return value;
    }

    private static long number(PyBaseException self, String name) {
        return self.field(PyStr.intern(name)) instanceof PyInt value ? value.longValue() : 0;
    }

    /** Null when the exception has no fields. */
    static PyStr text(ThreadState thread, PyBaseException self) {
        PyObject object = self.field(PyStr.intern("object"));
        if (object == null) {
            return is(self, Exceptions.UNICODE_DECODE_ERROR)
                            || is(self, Exceptions.UNICODE_ENCODE_ERROR)
                            || is(self, Exceptions.UNICODE_TRANSLATE_ERROR)
                    ? PyStr.EMPTY
                    : null;
        }
        String reason = Objects.str(thread, self.field(PyStr.intern("reason"))).toString();
        long start = number(self, "start");
        long end = number(self, "end");
        boolean decode = is(self, Exceptions.UNICODE_DECODE_ERROR);
        String what = is(self, Exceptions.UNICODE_TRANSLATE_ERROR)
                ? "can't translate"
                : "'" + self.field(PyStr.intern("encoding")) + "' codec can't " + (decode ? "decode" : "encode");
        int length = object instanceof PyStr text ? text.length() : ((PyBytes) object).size();
        if (start < length && end == start + 1) {
            return PyStr.of(what + " " + element(object, (int) start) + " in position " + start + ": " + reason);
        }
        String units = decode ? " bytes" : " characters";
        return PyStr.of(what + units + " in position " + start + "-" + (end - 1) + ": " + reason);
    }

    private static String element(PyObject object, int index) {
        if (object instanceof PyBytes bytes) {
            return String.format("byte 0x%02x", bytes.get(index));
        }
        int c = ((PyStr) object).codePointAt(index);
        String escape = c <= 0xFF ? "\\x%02x" : c <= 0xFFFF ? "\\u%04x" : "\\U%08x";
        return "character '" + String.format(escape, c) + "'";
    }
}
