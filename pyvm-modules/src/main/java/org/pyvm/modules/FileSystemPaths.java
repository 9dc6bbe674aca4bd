package org.pyvm.modules;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Paths as Python code gives them: {@code str}, {@code bytes}, or an object with {@code __fspath__} (PEP 519). */
public final class FileSystemPaths {
    private FileSystemPaths() {}

    /** {@code os.fspath(path)}: a {@code str} or {@code bytes}. */
    public static PyObject fsPath(ThreadState thread, PyObject path) {
        if (path instanceof PyStr || path instanceof PyBytes) {
            return path;
        }
        PyObject method = path.type().lookup(Names.FSPATH);
        if (method == null) {
            throw PyErr.typeError("expected str, bytes or os.PathLike object, not %T", path);
        }
        PyObject result = Calls.callBound(thread, method, path);
        if (result instanceof PyStr || result instanceof PyBytes) {
            return result;
        }
        throw PyErr.typeError("expected %T.__fspath__() to return str or bytes, not %T", path, result);
    }

    /**
     * A path in the form in which the host wants it: UTF-16 in which a byte that is not UTF-8 is a lone surrogate.
     *
     * @throws PyErr UnicodeEncodeError for other surrogates
     */
    public static String toHost(PyStr path) {
        for (int i = 0; i < path.length(); i++) {
            int c = path.codePointAt(i);
            if (c >= 0xD800 && c <= 0xDFFF && (c < 0xDC80 || c > 0xDCFF)) {
                throw surrogatesNotAllowed(path);
            }
        }
        return path.toString();
    }

    /** Bytes as text: {@code os.fsdecode}. */
    public static String toHost(byte[] path) {
        for (byte b : path) {
            if (b < 0) {
                return decode(path);
            }
        }
        return new String(path, StandardCharsets.ISO_8859_1);
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = result.length(); i > 0; i--) {
                out.put((char) (0xDC00 + (in.get() & 0xFF)));
            }
        }
    }

    /** The bytes of a text that the host gave: {@code os.fsencode}. */
    public static byte[] toBytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c >= 0xDC80 && c <= 0xDCFF) {
                out.write(c - 0xDC00);
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }

    /** The UnicodeEncodeError for text with lone surrogates. */
    public static PyErr surrogatesNotAllowed(PyStr text) {
        int start = 0;
        while (start < text.length() && (text.codePointAt(start) < 0xD800 || text.codePointAt(start) > 0xDFFF)) {
            start++;
        }
        return PyErr.of(
                Exceptions.UNICODE_ENCODE_ERROR,
                PyStr.of("utf-8"),
                text,
                PyInt.of(start),
                PyInt.of(start + 1),
                PyStr.of("surrogates not allowed"));
    }
}
