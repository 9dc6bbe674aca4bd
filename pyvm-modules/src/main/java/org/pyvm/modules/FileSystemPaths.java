package org.pyvm.modules;

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
