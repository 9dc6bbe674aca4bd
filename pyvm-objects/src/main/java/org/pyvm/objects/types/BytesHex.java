package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;

/** Bytes as hexadecimal digits. */
public final class BytesHex {
    private static final String DIGITS = "0123456789abcdef";

    private BytesHex() {}

    @PythonMethod("hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)")
    static PyObject hex(ThreadState thread, ByteSequence self, PyObject separator, int bytesPerSeparator) {
        return hex(thread, self.array(), self.size(), separator, bytesPerSeparator);
    }

    /**
     * Two digits for each byte.
     *
     * @param separator a str or bytes of length 1, or null
     * @param group bytes between separators, counted from the right, or if negative from the left
     */
    public static PyStr hex(ThreadState thread, byte[] bytes, int size, PyObject separator, int group) {
        int between = separator == null ? -1 : separator(thread, separator);
        StringBuilder out = new StringBuilder(size * 3);
        long every = Math.abs((long) group);
        for (int i = 0; i < size; i++) {
            if (between >= 0 && i > 0 && every != 0 && (group > 0 ? size - i : i) % every == 0) {
                out.append((char) between);
            }
            out.append(DIGITS.charAt(bytes[i] >> 4 & 0xF)).append(DIGITS.charAt(bytes[i] & 0xF));
        }
        return PyStr.ofBmp(out.toString());
    }

    private static int separator(ThreadState thread, PyObject separator) {
        if (Objects.length(thread, separator) != 1) {
            throw PyErr.valueError("sep must be length 1.");
        }
        int c;
        if (separator instanceof PyStr text) {
            c = text.codePointAt(0);
        } else if (separator instanceof PyBytes bytes) {
            c = bytes.get(0) & 0xFF;
        } else {
            throw PyErr.typeError("sep must be str or bytes.");
        }
        if (c > 127) {
            throw PyErr.valueError("sep must be ASCII.");
        }
        return c;
    }

    @PythonClassMethod("fromhex($type, string, /)")
    static PyObject fromHex(ThreadState thread, PyType type, PyStr string) {
        PyObject bytes = PyBytes.of(parse(string));
        return type == PyBytes.TYPE ? bytes : Calls.call(thread, type, bytes);
    }

    private static byte[] parse(PyStr text) {
        byte[] bytes = new byte[text.length() / 2];
        int size = 0;
        int length = text.length();
        for (int i = 0; i < length; ) {
            int c = text.codePointAt(i);
            if (c < 0x80 && BytesText.isSpace((byte) c)) {
                i++;
                continue;
            }
            int high = digit(text, i);
            int low = digit(text, i + 1);
            bytes[size++] = (byte) (high << 4 | low);
            i += 2;
        }
        return Arrays.copyOf(bytes, size);
    }

    private static int digit(PyStr text, int at) {
        int c = at < text.length() ? text.codePointAt(at) : -1;
        int digit = c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw PyErr.valueError("non-hexadecimal number found in fromhex() arg at position %d", at);
        }
        return digit;
    }
}
