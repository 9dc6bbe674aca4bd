package org.pyvm.modules.io;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** A decoder with Python's methods. */
final class PythonTextDecoder implements TextDecoder {
    private static final PyStr DECODE = PyStr.intern("decode");
    private static final PyStr GETSTATE = PyStr.intern("getstate");
    private static final PyStr SETSTATE = PyStr.intern("setstate");
    private static final PyStr RESET = PyStr.intern("reset");

    private final PyObject decoder;

    PythonTextDecoder(PyObject decoder) {
        this.decoder = decoder;
    }

    @Override
    public PyStr decode(ThreadState thread, PyBytes input, boolean isFinal) {
        return decodeObject(thread, input, isFinal);
    }

    PyStr decodeObject(ThreadState thread, PyObject input, boolean isFinal) {
        PyObject text = Calls.callMethod(thread, decoder, DECODE, input, isFinal ? Singletons.TRUE : Singletons.FALSE);
        return checkText(text);
    }

    static PyStr checkText(PyObject text) {
        if (text instanceof PyStr str) {
            return str;
        }
        throw PyErr.typeError("decoder should return a string result, not '%T'", text);
    }

    @Override
    public State state(ThreadState thread) {
        PyObject state = Calls.callMethod(thread, decoder, GETSTATE);
        if (!(state instanceof PyTuple pair) || pair.size() != 2 || !(pair.get(1) instanceof PyInt flags)) {
            throw PyErr.typeError("illegal decoder state");
        }
        if (!(pair.get(0) instanceof PyBytes pending)) {
            throw PyErr.typeError(
                    "illegal decoder state: the first item should be a bytes object, not '%T'", pair.get(0));
        }
        return new State(pending, flags);
    }

    @Override
    public void setState(ThreadState thread, State state) {
        Calls.callMethod(thread, decoder, SETSTATE, PyTuple.of(state.pending(), state.flags()));
    }

    @Override
    public void reset(ThreadState thread) {
        Calls.callMethod(thread, decoder, RESET);
    }
}
