package org.pyvm.objects.codecs;

import java.util.Locale;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/** Encodes and decodes by name: what {@code str.encode}, {@code bytes.decode} and the constructor of {@code str} do. */
public final class Codecs {
    private Codecs() {}

    /** The encodings that need no look-up. */
    private enum Shortcut {
        UTF_8,
        LATIN_1,
        ASCII,
        UTF_16,
        UTF_32
    }

    /** Null for an encoding that is to be looked up. */
    private static Shortcut shortcut(String encoding) {
        if (encoding == null || encoding.equals("utf-8")) {
            return Shortcut.UTF_8;
        }
        // As CPython normalises: runs of other characters than letters, digits and dots are one underscore.
        String name = encoding.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return switch (name) {
            case "utf_8", "utf8" -> Shortcut.UTF_8;
            case "latin_1", "latin1", "iso_8859_1", "iso8859_1" -> Shortcut.LATIN_1;
            case "ascii", "us_ascii" -> Shortcut.ASCII;
            case "utf_16", "utf16" -> Shortcut.UTF_16;
            case "utf_32", "utf32" -> Shortcut.UTF_32;
            default -> null;
        };
    }

    /**
     * {@code PyUnicode_AsEncodedString}.
     *
     * @param encoding null for UTF-8
     * @param errors null for strict
     */
    public static PyObject encode(ThreadState thread, PyStr text, String encoding, String errors) {
        checkNames(thread, encoding, errors);
        Shortcut shortcut = shortcut(encoding);
        if (shortcut != null) {
            return PyBytes.of(
                    switch (shortcut) {
                        case UTF_8 -> Utf8.encode(thread, text, errors);
                        case LATIN_1 -> SingleByte.encodeLatin1(thread, text, errors);
                        case ASCII -> SingleByte.encodeAscii(thread, text, errors);
                        case UTF_16 -> Utf16.encode(thread, text, errors, ByteOrder.MARKED);
                        case UTF_32 -> Utf32.encode(thread, text, errors, ByteOrder.MARKED);
                    });
        }
        PyObject result = CodecRegistry.of(thread).encode(thread, text, encoding, errors, true);
        if (result instanceof PyBytes) {
            return result;
        }
        if (result instanceof PyByteArray bytes) {
            Warnings.warn(
                    thread,
                    Exceptions.RUNTIME_WARNING,
                    "encoder " + encoding + " returned bytearray instead of bytes; use codecs.encode() to encode to"
                            + " arbitrary types",
                    1);
            return PyBytes.of(bytes.toByteArray());
        }
        throw PyErr.typeError(
                "'%s' encoder returned '%T' instead of 'bytes'; use codecs.encode() to encode to arbitrary types",
                encoding, result);
    }

    /** In development mode, names that no codec or handler has are errors even where nothing would have asked for them. */
    private static void checkNames(ThreadState thread, String encoding, String errors) {
        if (encoding != null && encoding.indexOf('\0') >= 0 || errors != null && errors.indexOf('\0') >= 0) {
            throw PyErr.valueError("embedded null character");
        }
        if (thread.interpreter().devMode()) {
            if (encoding != null && shortcut(encoding) == null) {
                CodecRegistry.of(thread).lookup(thread, encoding);
            }
            checkErrors(thread, errors);
        }
    }

    /** In development mode, refuses the name of an error handler that does not exist; null is strict. */
    public static void checkErrors(ThreadState thread, String errors) {
        if (errors != null && thread.interpreter().devMode()) {
            CodecRegistry.of(thread).lookupError(errors);
        }
    }

    /** {@code PyUnicode_Decode}. */
    public static PyStr decode(ThreadState thread, byte[] bytes, String encoding, String errors) {
        checkNames(thread, encoding, errors);
        Shortcut shortcut = shortcut(encoding);
        if (shortcut != null) {
            return switch (shortcut) {
                case UTF_8 -> Utf8.decode(thread, bytes, errors);
                case LATIN_1 -> SingleByte.decodeLatin1(bytes);
                case ASCII -> SingleByte.decodeAscii(thread, bytes, errors);
                case UTF_16 ->
                    Utf16.decode(thread, bytes, errors, ByteOrder.MARKED, true).text();
                case UTF_32 ->
                    Utf32.decode(thread, bytes, errors, ByteOrder.MARKED, true).text();
            };
        }
        PyObject result = CodecRegistry.of(thread).decode(thread, PyBytes.of(bytes), encoding, errors, true);
        if (result instanceof PyStr text) {
            return text;
        }
        throw PyErr.typeError(
                "'%s' decoder returned '%T' instead of 'str'; use codecs.decode() to decode to arbitrary types",
                encoding, result);
    }

    /** {@code PyUnicode_FromEncodedObject}: decodes anything that has bytes. */
    public static PyStr decodeObject(ThreadState thread, PyObject object, String encoding, String errors) {
        if (object instanceof PyBytes bytes) {
            return decode(thread, bytes.bytesUnsafe(), encoding, errors);
        }
        if (object instanceof PyStr) {
            throw PyErr.typeError("decoding str is not supported");
        }
        if (!object.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("decoding to str: need a bytes-like object, %T found", object);
        }
        return decode(thread, Convert.toByteArray(thread, object), encoding, errors);
    }
}
