package org.pyvm.modules.multibyte;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code _multibytecodec.MultibyteIncrementalEncoder}: base of classes that name their codec. */
@PythonType(name = "MultibyteIncrementalEncoder", module = "_multibytecodec")
public final class PyIncrementalEncoder extends PyCoder {
    public static final PyType TYPE = PyType.builtin(
            "_multibytecodec",
            "MultibyteIncrementalEncoder",
            new PyIncrementalEncoderExposed.SlotTable(),
            new PyIncrementalEncoderExposed());

    private final StatefulEncoder encoder;

    private PyIncrementalEncoder(PyType cls, StatefulEncoder encoder, String errors) {
        super(cls, errors);
        this.encoder = encoder;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        String errors = IncrementalArguments.errors("IncrementalEncoder", args, names);
        return new PyIncrementalEncoder(cls, new StatefulEncoder(PyMultibyteCodec.codingOf(thread, cls)), errors);
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

    @PythonMethod("encode($self, /, input, final=False)")
    PyObject encode(ThreadState thread, PyObject input, boolean isLast) {
        return encoder.encode(thread, input, handler(), isLast);
    }

    @PythonMethod("getstate($self, /)")
    PyObject getState() {
        return encoder.state();
    }

    @PythonMethod("setstate($self, state, /)")
    void setState(ThreadState thread, PyInt state) {
        encoder.setState(thread, state);
    }

    @PythonMethod("reset($self, /)")
    void reset() {
        encoder.reset();
    }
}
