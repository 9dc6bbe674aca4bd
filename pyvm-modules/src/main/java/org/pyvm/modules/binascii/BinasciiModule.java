package org.pyvm.modules.binascii;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.BytesHex;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** The module {@code binascii}. */
@PythonModule("binascii")
public final class BinasciiModule {
    private PyType errorType;

    BinasciiModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        errorType = Exceptions.define(thread, "binascii.Error", Exceptions.VALUE_ERROR);
        module.dict().put("Error", errorType);
        module.dict().put("Incomplete", Exceptions.define(thread, "binascii.Incomplete", Exceptions.EXCEPTION));
    }

    /** Bytes, or ASCII text. */
    private static byte[] ascii(ThreadState thread, PyObject data) {
        if (data instanceof PyStr text) {
            if (!text.isAscii()) {
                throw PyErr.valueError("string argument should contain only ASCII characters");
            }
            return text.bmp().getBytes(StandardCharsets.ISO_8859_1);
        }
        if (!data.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("argument should be bytes, buffer or ASCII string, not '%T'", data);
        }
        return Convert.toByteArray(thread, data);
    }

    private interface Decoding {
        byte[] run() throws MalformedText;
    }

    private PyObject decoded(Decoding decoding) {
        try {
            return PyBytes.of(decoding.run());
        } catch (MalformedText e) {
            throw PyErr.of(errorType, "%s", e.getMessage());
        }
    }

    @PythonFunction("a2b_base64(data, /, *, strict_mode=False)")
    PyObject fromBase64(ThreadState thread, PyObject data, boolean strict) {
        byte[] bytes = ascii(thread, data);
        return decoded(() -> Base64Text.decode(bytes, strict));
    }

    @PythonFunction("b2a_base64(data, /, *, newline=True)")
    static PyObject toBase64(byte[] data, boolean newLine) {
        return PyBytes.of(Base64Text.encode(data, newLine));
    }

    @PythonFunction("a2b_uu(data, /)")
    PyObject fromUu(ThreadState thread, PyObject data) {
        byte[] bytes = ascii(thread, data);
        return decoded(() -> UuText.decode(bytes));
    }

    @PythonFunction("b2a_uu(data, /, *, backtick=False)")
    PyObject toUu(byte[] data, boolean backtick) {
        return decoded(() -> UuText.encode(data, backtick));
    }

    @PythonFunction("a2b_qp(data, header=False)")
    static PyObject fromQuotedPrintable(ThreadState thread, PyObject data, boolean header) {
        return PyBytes.of(QuotedPrintable.decode(ascii(thread, data), header));
    }

    @PythonFunction("b2a_qp(data, quotetabs=False, istext=True, header=False)")
    static PyObject toQuotedPrintable(byte[] data, boolean quoteTabs, boolean isText, boolean header) {
        return PyBytes.of(QuotedPrintable.encode(data, quoteTabs, isText, header));
    }

    @PythonFunction("hexlify(data, sep=<unrepresentable>, bytes_per_sep=1)")
    static PyObject hexlify(ThreadState thread, byte[] data, PyObject separator, int bytesPerSeparator) {
        PyStr digits = BytesHex.hex(thread, data, data.length, separator, bytesPerSeparator);
        return PyBytes.of(digits.bmp().getBytes(StandardCharsets.ISO_8859_1));
    }

    @PythonFunction("b2a_hex(data, sep=<unrepresentable>, bytes_per_sep=1)")
    static PyObject toHex(ThreadState thread, byte[] data, PyObject separator, int bytesPerSeparator) {
        return hexlify(thread, data, separator, bytesPerSeparator);
    }

    @PythonFunction("unhexlify(hexstr, /)")
    PyObject unhexlify(ThreadState thread, PyObject digits) {
        byte[] bytes = ascii(thread, digits);
        return decoded(() -> unhexlify(bytes));
    }

    @PythonFunction("a2b_hex(hexstr, /)")
    PyObject fromHex(ThreadState thread, PyObject digits) {
        return unhexlify(thread, digits);
    }

    private static byte[] unhexlify(byte[] digits) throws MalformedText {
        if (digits.length % 2 != 0) {
            throw new MalformedText("Odd-length string");
        }
        byte[] bytes = new byte[digits.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = digits[2 * i] < 0 ? -1 : Character.digit(digits[2 * i], 16);
            int low = digits[2 * i + 1] < 0 ? -1 : Character.digit(digits[2 * i + 1], 16);
            if (high < 0 || low < 0) {
                throw new MalformedText("Non-hexadecimal digit found");
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    /** The low 32 bits of any int. */
    private static int word(ThreadState thread, PyObject value) {
        return (int) Numbers.index(thread, value).longValue();
    }

    @PythonFunction("crc32(data, crc=0, /)")
    static PyObject crc32(ThreadState thread, byte[] data, PyObject crc) {
        return PyInt.of(crc32(data, word(thread, crc)) & 0xFFFFFFFFL);
    }

    /** The checksum of data behind data whose checksum is known. */
    public static int crc32(byte[] data, int before) {
        if (before != 0 && data.length < Integer.BYTES) {
            return crc32BitByBit(data, before);
        }
        CRC32 fast = new CRC32();
        if (before == 0) {
            fast.update(data);
            return (int) fast.getValue();
        }
        // The register begins with all bits set, and four bytes are added to it before any of it is lost: what it
        // should have begun with may as well be added to these bytes.
        byte[] first = new byte[Integer.BYTES];
        for (int i = 0; i < first.length; i++) {
            first[i] = (byte) (data[i] ^ before >>> 8 * i);
        }
        fast.update(first);
        fast.update(data, first.length, data.length - first.length);
        return (int) fast.getValue();
    }

    private static int crc32BitByBit(byte[] data, int before) {
        int crc = ~before;
        for (byte b : data) {
            crc ^= b & 0xFF;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
            }
        }
        return ~crc;
    }

    @PythonFunction("crc_hqx(data, crc, /)")
    static PyObject crcHqx(ThreadState thread, byte[] data, PyObject before) {
        int crc = word(thread, before) & 0xFFFF;
        for (byte b : data) {
            crc ^= (b & 0xFF) << 8;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return PyInt.of(crc);
    }
}
