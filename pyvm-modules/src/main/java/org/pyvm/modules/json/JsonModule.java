package org.pyvm.modules.json;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinFunctionSpec;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBuiltinFunction;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** The module {@code _json}. */
@PythonModule("_json")
public final class JsonModule {
    @PythonConstant("make_scanner")
    static final PyType SCANNER = Scanner.TYPE;

    @PythonConstant("make_encoder")
    static final PyType ENCODER = Encoder.TYPE;

    JsonModule() {}

    /** The functions that an {@link Encoder} need not call, since it knows what they do. */
    static final class KnownFunctions {
        private BuiltinFunctionSpec ascii;
        private BuiltinFunctionSpec all;

        /** How the function writes strings, or null when it is not one of ours. */
        static JsonEscapes escapesOf(InterpreterState interpreter, PyObject function) {
            KnownFunctions known = interpreter.serviceOrNull(KnownFunctions.class);
            if (known == null || !(function instanceof PyBuiltinFunction builtin)) {
                return null;
            }
            if (builtin.spec() == known.ascii) {
                return JsonEscapes.ASCII;
            }
            return builtin.spec() == known.all ? JsonEscapes.CONTROL : null;
        }
    }

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        KnownFunctions known = thread.interpreter().service(KnownFunctions.class, KnownFunctions::new);
        known.ascii = ((PyBuiltinFunction) module.dict().get("encode_basestring_ascii")).spec();
        known.all = ((PyBuiltinFunction) module.dict().get("encode_basestring")).spec();
    }

    @PythonFunction(value = "encode_basestring_ascii(string, /)")
    PyObject encodeAscii(PyObject string) {
        return quoted(JsonEscapes.ASCII, string);
    }

    @PythonFunction(value = "encode_basestring(string, /)")
    PyObject encode(PyObject string) {
        return quoted(JsonEscapes.CONTROL, string);
    }

    private static PyObject quoted(JsonEscapes escapes, PyObject string) {
        PyStr text = JsonErrors.text(string);
        StrBuilder out = new StrBuilder(text.length() + 2);
        escapes.write(text, out);
        return out.toPyStr();
    }

    @PythonFunction(value = "scanstring", raw = true)
    PyObject scanString(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("scanstring() takes no keyword arguments");
        }
        if (args.length < 2 || args.length > 3) {
            throw PyErr.typeError(
                    "scanstring() takes at %s arguments (%d given)",
                    args.length < 2 ? "least 2" : "most 3", args.length);
        }
        long end = Convert.toLong(thread, args[1]);
        boolean strict = args.length < 3 || Objects.isTrue(thread, args[2]);
        PyStr text = JsonErrors.text(args[0]);
        if (end < 0 || end > text.length()) {
            throw PyErr.valueError("end is out of bounds");
        }
        JsonStrings strings = new JsonStrings(text, strict);
        PyStr value = strings.read(thread, (int) end);
        return PyTuple.of(value, PyInt.of(strings.end()));
    }
}
