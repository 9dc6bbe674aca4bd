package org.pyvm.modules.json;

import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The errors of reading: JSONDecodeError of the library's json.decoder, and the StopIteration that stands for "no value here". */
final class JsonErrors {
    private JsonErrors() {}

    /** {@code json.decoder.JSONDecodeError(message, text, position)}. */
    static PyErr decode(ThreadState thread, String message, PyStr text, int position) {
        PyObject module = Importing.importModule(
                thread, PyStr.intern("json.decoder"), Singletons.NONE, PyTuple.of(PyStr.intern("JSONDecodeError")), 0);
        PyObject type = Attributes.get(thread, module, "JSONDecodeError");
        PyObject error = Calls.call(thread, type, PyStr.ofBmp(message), text, PyInt.of(position));
        return error instanceof PyBaseException exception
                ? new PyErr(exception)
                : PyErr.typeError("exceptions must derive from BaseException");
    }

    /** What callers take for "no value starts here". */
    static PyErr noValue(long position) {
        return PyErr.stopIteration(PyInt.of(position));
    }

    static PyStr text(PyObject object) {
        if (object instanceof PyStr text) {
            return text;
        }
        throw PyErr.typeError("first argument must be a string, not %T", object);
    }
}
