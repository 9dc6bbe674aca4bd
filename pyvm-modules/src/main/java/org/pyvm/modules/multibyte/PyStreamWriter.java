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
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyStr;

/** {@code _multibytecodec.MultibyteStreamWriter}: base of classes that name their codec. */
@PythonType(name = "MultibyteStreamWriter", module = "_multibytecodec")
public final class PyStreamWriter extends PyCoder {
    public static final PyType TYPE = PyType.builtin(
            "_multibytecodec",
            "MultibyteStreamWriter",
            new PyStreamWriterExposed.SlotTable(),
            new PyStreamWriterExposed());

    private final StatefulEncoder encoder;
    private final PyObject stream;

    private PyStreamWriter(PyType cls, StatefulEncoder encoder, PyObject stream, String errors) {
        super(cls, errors);
        this.encoder = encoder;
        this.stream = stream;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        PyObject[] given = IncrementalArguments.stream("StreamWriter", args, names);
        StatefulEncoder encoder = new StatefulEncoder(PyMultibyteCodec.codingOf(thread, cls));
        return new PyStreamWriter(cls, encoder, given[0], given[1].toString());
    }

    @PythonGetter(value = "stream", member = true)
    PyObject stream() {
        return stream;
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

    private void send(ThreadState thread, PyObject bytes) {
        Calls.callMethod(thread, stream, PyStr.intern("write"), bytes);
    }

    @PythonMethod("write($self, strobj, /)")
    void write(ThreadState thread, PyObject text) {
        send(thread, encoder.encode(thread, text, handler(), false));
    }

    @PythonMethod("writelines($self, lines, /)")
    void writeLines(ThreadState thread, PyObject lines) {
        if (!lines.type().slots().has(Slot.SQ_ITEM)) {
            throw PyErr.typeError("arg must be a sequence object");
        }
        for (int i = 0; i < Objects.length(thread, lines); i++) {
            write(thread, Sequences.getItem(thread, lines, i));
        }
    }

    @PythonMethod("reset($self, /)")
    void reset(ThreadState thread) {
        if (encoder.hasPending()) {
            PyObject bytes = encoder.encode(thread, PyStr.EMPTY, handler(), true);
            if (Objects.length(thread, bytes) > 0) {
                send(thread, bytes);
            }
        }
    }
}
