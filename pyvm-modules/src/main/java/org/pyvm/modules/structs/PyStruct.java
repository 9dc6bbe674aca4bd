package org.pyvm.modules.structs;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.SingleByte;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.BytesConversion;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/** {@code _struct.Struct}: a format that is taken apart once and used often. */
@PythonType(name = "Struct", module = "_struct")
public final class PyStruct extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "_struct", "Struct", new PyStructExposed.SlotTable(), new PyStructExposed())
            .weakReferenceable();

    /** Null until initialised. */
    private StructFormat format;

    private PyStruct(PyType type) {
        super(type);
    }

    PyStruct(StructFormat format) {
        super(TYPE);
        this.format = format;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyStruct(cls);
    }

    @PythonInit("($self, format)")
    void init(ThreadState thread, PyObject text) {
        format = parse(thread, text);
    }

    static PyType errorType(ThreadState thread) {
        return thread.interpreter()
                .service(StructErrors.class, () -> new StructErrors(thread))
                .type();
    }

    private static PyErr error(ThreadState thread, String message, Object... values) {
        return PyErr.of(errorType(thread), message, values);
    }

    static StructFormat parse(ThreadState thread, PyObject text) {
        byte[] ascii;
        if (text instanceof PyStr str) {
            ascii = SingleByte.encodeAscii(thread, str, null);
        } else if (text instanceof PyBytes bytes) {
            ascii = bytes.bytesUnsafe();
        } else {
            throw PyErr.typeError("Struct() argument 1 must be a str or bytes object, not %T", text);
        }
        try {
            return StructFormat.parse(SingleByte.decodeLatin1(ascii).toString());
        } catch (StructFormat.Malformed e) {
            throw error(thread, "%s", e.getMessage());
        }
    }

    private StructFormat ready() {
        if (format == null) {
            throw PyErr.runtimeError("Struct object is not initialized");
        }
        return format;
    }

    @PythonGetter("format")
    String format() {
        return ready().text();
    }

    @PythonGetter("size")
    long size() {
        return ready().size();
    }

    @PythonMethod("__sizeof__($self, /)")
    int sizeOf() {
        return 56 + 32 * ready().items().size();
    }

    @PythonMethod(value = "pack", raw = true)
    PyObject pack(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("pack", names);
        StructFormat ready = ready();
        if (args.length != ready.valueCount()) {
            throw error(thread, "pack expected %d items for packing (got %d)", ready.valueCount(), args.length);
        }
        return PyBytes.of(StructPacker.pack(thread, ready, errorType(thread), args, 0));
    }

    @PythonMethod(value = "pack_into", raw = true)
    PyObject packInto(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("pack_into", names);
        StructFormat ready = ready();
        if (args.length != ready.valueCount() + 2) {
            if (args.length < 2) {
                throw error(thread, "pack_into expected %s argument", args.length == 0 ? "buffer" : "offset");
            }
            throw error(
                    thread, "pack_into expected %d items for packing (got %d)", ready.valueCount(), args.length - 2);
        }
        PyBuffer buffer = writable(thread, args[0]);
        try {
            int at = packOffset(thread, ready, Convert.toLong(thread, args[1]), buffer.length());
            byte[] bytes = StructPacker.pack(thread, ready, errorType(thread), args, 2);
            buffer.write(at, bytes, 0, bytes.length);
        } finally {
            buffer.release();
        }
        return Singletons.NONE;
    }

    private static PyBuffer writable(ThreadState thread, PyObject object) {
        if (object.type().slots().has(Slot.BF_GETBUFFER)) {
            try {
                return object.type().slots().buffer(thread, object, PyBuffer.WRITABLE);
            } catch (PyErr e) {
                if (!e.matches(Exceptions.BUFFER_ERROR)) {
                    throw e;
                }
            }
        }
        throw PyErr.typeError("argument must be read-write bytes-like object, not %T", object);
    }

    private static int packOffset(ThreadState thread, StructFormat format, long offset, int length) {
        long size = format.size();
        long at = offset;
        if (offset < 0) {
            if (offset + size > 0) {
                throw error(thread, "no space to pack %d bytes at offset %d", size, offset);
            }
            if (offset + length < 0) {
                throw error(thread, "offset %d out of range for %d-byte buffer", offset, length);
            }
            at += length;
        }
        if (length - at < size) {
            throw error(
                    thread,
                    "pack_into requires a buffer of at least %s bytes for packing %d bytes at offset %d (actual"
                            + " buffer size is %d)",
                    sum(size, at),
                    size,
                    at,
                    length);
        }
        return (int) at;
    }

    private static String sum(long a, long b) {
        return Long.toUnsignedString(a + b);
    }

    @PythonMethod("unpack($self, buffer, /)")
    PyObject unpack(ThreadState thread, PyObject buffer) {
        StructFormat ready = ready();
        byte[] bytes = BytesConversion.argument(thread, buffer);
        if (bytes.length != ready.size()) {
            throw error(thread, "unpack requires a buffer of %d bytes", ready.size());
        }
        return StructUnpacker.unpack(ready, bytes, 0);
    }

    @PythonMethod("unpack_from($self, /, buffer, offset=0)")
    PyObject unpackFrom(ThreadState thread, PyObject buffer, long offset) {
        StructFormat ready = ready();
        if (buffer instanceof PyBytes bytes) {
            return StructUnpacker.unpack(ready, bytes.bytesUnsafe(), unpackOffset(thread, ready, offset, bytes.size()));
        }
        if (!buffer.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("a bytes-like object is required, not '%T'", buffer);
        }
        PyBuffer view = buffer.type().slots().buffer(thread, buffer, PyBuffer.SIMPLE);
        try {
            int at = unpackOffset(thread, ready, offset, view.length());
            byte[] part = new byte[(int) ready.size()];
            view.read(at, part, 0, part.length);
            return StructUnpacker.unpack(ready, part, 0);
        } finally {
            view.release();
        }
    }

    private static int unpackOffset(ThreadState thread, StructFormat format, long offset, int length) {
        long size = format.size();
        long at = offset;
        if (offset < 0) {
            if (offset + size > 0) {
                throw error(thread, "not enough data to unpack %d bytes at offset %d", size, offset);
            }
            if (offset + length < 0) {
                throw error(thread, "offset %d out of range for %d-byte buffer", offset, length);
            }
            at += length;
        }
        if (length - at < size) {
            throw error(
                    thread,
                    "unpack_from requires a buffer of at least %s bytes for unpacking %d bytes at offset %d (actual"
                            + " buffer size is %d)",
                    sum(size, at),
                    size,
                    at,
                    length);
        }
        return (int) at;
    }

    @PythonMethod("iter_unpack($self, buffer, /)")
    PyObject iterUnpack(ThreadState thread, PyObject buffer) {
        StructFormat ready = ready();
        if (ready.size() == 0) {
            throw error(thread, "cannot iteratively unpack with a struct of length 0");
        }
        if (!buffer.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("a bytes-like object is required, not '%T'", buffer);
        }
        PyBuffer view = buffer.type().slots().buffer(thread, buffer, PyBuffer.SIMPLE);
        if (view.length() % ready.size() != 0) {
            view.release();
            throw error(thread, "iterative unpacking requires a buffer of a multiple of %d bytes", ready.size());
        }
        return new PyUnpackIterator(ready, view);
    }
}
