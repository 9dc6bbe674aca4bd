package org.pyvm.modules.io;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _io.IncrementalNewlineDecoder}. */
@PythonType(name = "IncrementalNewlineDecoder", module = "_io")
public final class IncrementalNewlineDecoder extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
            "_io",
            "IncrementalNewlineDecoder",
            new IncrementalNewlineDecoderExposed.SlotTable(),
            new IncrementalNewlineDecoderExposed());

    /** Null when text is given. */
    private PythonTextDecoder inner;

    private NewlineDecoder decoder;

    private IncrementalNewlineDecoder(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new IncrementalNewlineDecoder(cls);
    }

    @PythonInit("($self, decoder, translate, errors='strict')")
    void init(PyObject decoder, boolean translate, PyObject errors) {
        inner = decoder == Singletons.NONE ? null : new PythonTextDecoder(decoder);
        this.decoder = new NewlineDecoder(inner, translate);
    }

    private NewlineDecoder decoder() {
        if (decoder == null) {
            throw PyErr.valueError("IncrementalNewlineDecoder.__init__() not called");
        }
        return decoder;
    }

    @PythonMethod("decode($self, /, input, final=False)")
    PyObject decode(ThreadState thread, PyObject input, boolean isFinal) {
        NewlineDecoder newlines = decoder();
        PyStr text = inner == null ? PythonTextDecoder.checkText(input) : inner.decodeObject(thread, input, isFinal);
        return newlines.translate(text, isFinal);
    }

    @PythonMethod("getstate($self, /)")
    PyObject getState(ThreadState thread) {
        NewlineDecoder newlines = decoder();
        TextDecoder.State state = newlines.state(thread);
        return PyTuple.of(state.pending(), state.flags());
    }

    @PythonMethod("setstate($self, state, /)")
    void setState(ThreadState thread, PyObject state) {
        NewlineDecoder newlines = decoder();
        if (!(state instanceof PyTuple pair)) {
            throw PyErr.typeError("state argument must be a tuple");
        }
        if (pair.size() != 2 || !(pair.get(0) instanceof PyBytes pending) || !(pair.get(1) instanceof PyInt flags)) {
            throw PyErr.typeError("setstate(): illegal state argument");
        }
        newlines.setState(thread, new TextDecoder.State(pending, flags));
    }

    @PythonMethod("reset($self, /)")
    void reset(ThreadState thread) {
        decoder().reset(thread);
    }

    @PythonGetter("newlines")
    PyObject newlines() {
        return NewlineDecoder.newlines(decoder().newlinesSeen());
    }
}
