package org.pyvm.modules.multibyte;

import java.io.ByteArrayOutputStream;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code _multibytecodec.MultibyteCodec}. */
@PythonType(name = "MultibyteCodec", module = "_multibytecodec")
public final class PyMultibyteCodec extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_multibytecodec",
                    "MultibyteCodec",
                    new PyMultibyteCodecExposed.SlotTable(),
                    new PyMultibyteCodecExposed())
            .notSubclassable();

    private static final PyStr CODEC = PyStr.intern("codec");

    private final Coding coding;

    PyMultibyteCodec(Coding coding) {
        super(TYPE);
        this.coding = coding;
    }

    Coding coding() {
        return coding;
    }

    /** The coding that a class names by its attribute {@code codec}. */
    static Coding codingOf(ThreadState thread, PyType cls) {
        if (Attributes.get(thread, cls, CODEC) instanceof PyMultibyteCodec codec) {
            return codec.coding;
        }
        throw PyErr.typeError("codec is unexpected type");
    }

    private static String errors(String function, PyObject errors) {
        if (errors == Singletons.NONE) {
            return CodingErrors.STRICT;
        }
        if (errors instanceof PyStr name) {
            return name.toString();
        }
        throw PyErr.typeError("%s() argument 'errors' must be str or None, not %T", function, errors);
    }

    @PythonMethod("encode($self, /, input, errors=None)")
    PyObject encode(ThreadState thread, PyObject input, PyObject errors) {
        String handler = errors("encode", errors);
        PyStr text = input instanceof PyStr given ? given : Objects.str(thread, input);
        byte[] state = new byte[Coding.STATE_SIZE];
        coding.startEncoding(state);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CodingRun(thread, coding, state, handler).encode(text, true, true, out);
        return PyTuple.of(PyBytes.of(out.toByteArray()), PyInt.of(text.length()));
    }

    @PythonMethod("decode($self, /, input, errors=None)")
    PyObject decode(ThreadState thread, byte[] input, PyObject errors) {
        String handler = errors("decode", errors);
        byte[] state = new byte[Coding.STATE_SIZE];
        coding.startDecoding(state);
        StrBuilder out = new StrBuilder();
        new CodingRun(thread, coding, state, handler).decodeAll(input, out);
        return PyTuple.of(out.toPyStr(), PyInt.of(input.length));
    }
}
