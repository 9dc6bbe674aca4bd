package org.pyvm.modules.multibyte;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code _multibytecodec.MultibyteIncrementalDecoder}: base of classes that name their codec. */
@PythonType(name = "MultibyteIncrementalDecoder", module = "_multibytecodec")
public final class PyIncrementalDecoder extends PyCoder {
    public static final PyType TYPE = PyType.builtin(
            "_multibytecodec",
            "MultibyteIncrementalDecoder",
            new PyIncrementalDecoderExposed.SlotTable(),
            new PyIncrementalDecoderExposed());

    private final StatefulDecoder decoder;

    private PyIncrementalDecoder(PyType cls, StatefulDecoder decoder, String errors) {
        super(cls, errors);
        this.decoder = decoder;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        String errors = IncrementalArguments.errors("IncrementalDecoder", args, names);
        return new PyIncrementalDecoder(cls, new StatefulDecoder(PyMultibyteCodec.codingOf(thread, cls)), errors);
    }

    /** All is done; classes that also derive from a class of {@code codecs} must not run that one's. */
    @PythonInit(raw = true)
    void init(PyObject[] args, PyStr[] names) {}

    @PythonGetter("errors")
    String errors() {
        return handler();
    }

    @PythonSetter(value = "errors", deletable = true)
    void setErrors(PyObject value) {
        setHandler(value);
    }

    @PythonMethod("decode($self, /, input, final=False)")
    PyObject decode(ThreadState thread, byte[] input, boolean isLast) {
        StrBuilder out = new StrBuilder();
        decoder.decode(thread, input, handler(), isLast, out);
        return out.toPyStr();
    }

    @PythonMethod("getstate($self, /)")
    PyObject getState() {
        return PyTuple.of(PyBytes.of(decoder.pending().clone()), decoder.state());
    }

    @PythonMethod("setstate($self, state, /)")
    void setState(PyObject state) {
        if (!(state instanceof PyTuple pair)) {
            throw PyErr.typeError("setstate() argument must be tuple, not %T", state);
        }
        if (pair.size() != 2 || !(pair.get(0) instanceof PyBytes waiting) || !(pair.get(1) instanceof PyInt number)) {
            throw PyErr.typeError("setstate(): illegal state argument");
        }
        decoder.setState(waiting.bytesUnsafe(), number);
    }

    @PythonMethod("reset($self, /)")
    void reset() {
        decoder.reset();
    }
}
