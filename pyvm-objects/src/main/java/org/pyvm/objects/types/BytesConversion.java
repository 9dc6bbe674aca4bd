package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.exposed.Signature;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;

/** Bytes of other objects: the constructors of {@code bytes} and {@code bytearray}, and the arguments of their methods. */
public final class BytesConversion {
    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private BytesConversion() {}

    /** The parameters of a constructor; made when first needed, since the types are made before there are strings. */
    private record Parameters(Signature binder) {
        static final Parameters OF_BYTES = of("bytes");
        static final Parameters OF_BYTEARRAY = of("bytearray");

        private static Parameters of(String function) {
            return new Parameters(Signature.of(function, null, 0, 3, 0, 0, false, false, "source", "encoding", "errors")
                    .ofConstructor());
        }
    }

    /** The bytes that a constructor's arguments mean; of a bytes object its own array, never to be changed. */
    static byte[] ofArguments(ThreadState thread, PyType type, PyObject[] args, PyStr[] names) {
        PyObject[] bound = (type == PyBytes.TYPE ? Parameters.OF_BYTES : Parameters.OF_BYTEARRAY)
                .binder.bind(null, args, 0, names);
        PyObject source = bound[0];
        String function = type.name();
        String encoding = bound[1] == null ? null : Convert.toString(function, "argument 'encoding'", "str", bound[1]);
        String errors = bound[2] == null ? null : Convert.toString(function, "argument 'errors'", "str", bound[2]);
        if (source instanceof PyStr text) {
            PyBytes special = type == PyBytes.TYPE && encoding == null && errors == null && text.type() != PyStr.TYPE
                    ? bySpecialMethod(thread, source)
                    : null;
            if (special != null) {
                return special.bytesUnsafe();
            }
            if (encoding == null) {
                throw PyErr.typeError("string argument without an encoding");
            }
            return ((PyBytes) Codecs.encode(thread, text, encoding, errors)).bytesUnsafe();
        }
        if (encoding != null || errors != null) {
            throw PyErr.typeError(
                    encoding != null ? "encoding without a string argument" : "errors without a string argument");
        }
        return source == null ? new byte[0] : ofSource(thread, type, source);
    }

    private static byte[] ofSource(ThreadState thread, PyType type, PyObject source) {
        if (type == PyBytes.TYPE) {
            if (source.getClass() == PyBytes.class) {
                return ((PyBytes) source).bytesUnsafe();
            }
            PyBytes special = bySpecialMethod(thread, source);
            if (special != null) {
                return special.bytesUnsafe();
            }
        }
        if (source.type().slots().has(Slot.NB_INDEX)) {
            PyInt size = null;
            try {
                size = Numbers.index(thread, source);
            } catch (PyErr e) {
                // An object whose __index__ refuses may still be a buffer or an iterable.
                if (!e.matches(Exceptions.TYPE_ERROR)) {
                    throw e;
                }
            }
            if (size != null) {
                return zeros(source, size);
            }
        }
        return ofBufferOrIterable(thread, type, source);
    }

    private static byte[] zeros(PyObject source, PyInt size) {
        if (!size.fitsLong()) {
            throw PyErr.overflowError("cannot fit '%T' into an index-sized integer", source);
        }
        if (size.longValue() < 0) {
            throw PyErr.valueError("negative count");
        }
        if (size.longValue() > LONGEST) {
            throw PyErr.memoryError();
        }
        return new byte[(int) size.longValue()];
    }

    /** What {@code __bytes__} answers, or null when the object has none. */
    static PyBytes bySpecialMethod(ThreadState thread, PyObject source) {
        PyObject result = Calls.callSpecialOrNull(thread, source, Names.BYTES);
        if (result == null) {
            return null;
        }
        if (result instanceof PyBytes bytes) {
            return bytes;
        }
        throw PyErr.typeError("__bytes__ returned non-bytes (type %T)", result);
    }

    /** The bytes of a buffer or of an iterable of ints. @param type whose constructor it is, for the errors */
    static byte[] ofBufferOrIterable(ThreadState thread, PyType type, PyObject source) {
        if (source.type().slots().has(Slot.BF_GETBUFFER)) {
            return copyOf(thread, source);
        }
        boolean iterable =
                source.type().slots().has(Slot.TP_ITER) || source.type().slots().has(Slot.SQ_ITEM);
        if (!iterable) {
            throw PyErr.typeError("cannot convert '%T' object to %N", source, type);
        }
        return ofIterable(thread, source, type == PyBytes.TYPE ? "bytes" : "byte");
    }

    /** The bytes that an iterable of ints gives. */
    static byte[] ofIterable(ThreadState thread, PyObject source, String what) {
        byte[] bytes = new byte[Math.max(16, Objects.lengthHint(thread, source, 64))];
        int size = 0;
        PyObject iterator = Iterators.iter(thread, source);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, size + (size >> 1));
            }
            bytes[size++] = toByte(thread, item, what);
        }
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** An int as a byte. @param what how the error calls it: {@code byte} or {@code bytes} */
    static byte toByte(ThreadState thread, PyObject value, String what) {
        PyInt number = Numbers.index(thread, value);
        if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 255) {
            throw PyErr.valueError("%s must be in range(0, 256)", what);
        }
        return (byte) number.longValue();
    }

    /** A copy of the bytes of anything that exports a contiguous buffer. */
    static byte[] copyOf(ThreadState thread, PyObject value) {
        PyBuffer buffer = value.type().slots().buffer(thread, value, PyBuffer.FULL_RO);
        try {
            return buffer.toByteArray();
        } finally {
            buffer.release();
        }
    }

    /** The bytes of an argument that must be bytes-like, not to be changed; of bytes no copy is made. */
    public static byte[] argument(ThreadState thread, PyObject value) {
        return value instanceof PyBytes bytes ? bytes.bytesUnsafe() : Convert.toByteArray(thread, value);
    }

    /** The same, or a single byte given as an int: what {@code find} and its like look for. */
    static byte[] soughtArgument(ThreadState thread, PyObject value) {
        if (value instanceof PyBytes bytes) {
            return bytes.bytesUnsafe();
        }
        if (value.type().slots().has(Slot.BF_GETBUFFER)) {
            return Convert.toByteArray(thread, value);
        }
        if (!value.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("argument should be integer or bytes-like object, not '%T'", value);
        }
        return new byte[] {toByte(thread, value, "byte")};
    }
}
