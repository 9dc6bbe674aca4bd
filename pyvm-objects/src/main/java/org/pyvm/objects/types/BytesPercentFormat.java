package org.pyvm.objects.types;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;

/** The operator {@code %} of bytes: done on characters, each of which is a byte. */
final class BytesPercentFormat extends PercentFormat {
    private BytesPercentFormat(ThreadState thread, PyStr format, PyObject values, boolean isMapping) {
        super(thread, format, values, isMapping);
    }

    private static PyStr latin1(byte[] bytes) {
        return PyStr.ofBmp(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    static byte[] format(ThreadState thread, ByteSequence format, PyObject values) {
        boolean isMapping = Mappings.isMapping(values)
                && !(values instanceof PyTuple)
                && !(values instanceof PyStr)
                && !(values instanceof ByteSequence);
        PyStr text = latin1(BytesMethods.exactArray(format));
        return new BytesPercentFormat(thread, text, values, isMapping)
                .format()
                .bmp()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    String kind() {
        return "bytes";
    }

    @Override
    PyObject key(PyStr key) {
        return PyBytes.of(key.bmp().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    PyStr text(int type, PyObject value) {
        return switch (type) {
            case 's', 'b' -> latin1(bytes(value));
            case 'a', 'r' -> Objects.ascii(thread(), value);
            default -> null;
        };
    }

    private byte[] bytes(PyObject value) {
        if (value instanceof ByteSequence bytes) {
            return BytesMethods.exactArray(bytes);
        }
        PyBytes special = BytesConversion.bySpecialMethod(thread(), value);
        if (special != null) {
            return special.bytesUnsafe();
        }
        if (value.type().slots().has(Slot.BF_GETBUFFER)) {
            return BytesConversion.copyOf(thread(), value);
        }
        throw PyErr.typeError(
                "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", value);
    }

    @Override
    PyStr character(PyObject value) {
        if (value instanceof ByteSequence bytes && bytes.size() == 1) {
            return PyStr.ofCodePoint(bytes.array()[0] & 0xFF);
        }
        if (!value.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("%%c requires an integer in range(256) or a single byte");
        }
        PyInt number = Numbers.index(thread(), value);
        if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 255) {
            throw PyErr.overflowError("%%c arg not in range(256)");
        }
        return PyStr.ofCodePoint((int) number.longValue());
    }

    @Override
    double toDouble(PyObject value) {
        try {
            return super.toDouble(value);
        } catch (PyErr e) {
            if (e.matches(Exceptions.TYPE_ERROR)) {
                throw PyErr.typeError("float argument required, not %T", value);
            }
            throw e;
        }
    }
}
