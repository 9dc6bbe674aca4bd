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
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** {@code _multibytecodec.MultibyteStreamReader}: base of classes that name their codec. */
@PythonType(name = "MultibyteStreamReader", module = "_multibytecodec")
public final class PyStreamReader extends PyCoder {
    public static final PyType TYPE = PyType.builtin(
            "_multibytecodec",
            "MultibyteStreamReader",
            new PyStreamReaderExposed.SlotTable(),
            new PyStreamReaderExposed());

    private final StatefulDecoder decoder;
    private final PyObject stream;

    private PyStreamReader(PyType cls, StatefulDecoder decoder, PyObject stream, String errors) {
        super(cls, errors);
        this.decoder = decoder;
        this.stream = stream;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        PyObject[] given = IncrementalArguments.stream("StreamReader", args, names);
        StatefulDecoder decoder = new StatefulDecoder(PyMultibyteCodec.codingOf(thread, cls));
        return new PyStreamReader(cls, decoder, given[0], given[1].toString());
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

    private static long size(ThreadState thread, PyObject given) {
        if (given == Singletons.NONE) {
            return -1;
        }
        if (given instanceof PyInt) {
            return Convert.toLong(thread, given);
        }
        throw PyErr.typeError("arg 1 must be an integer");
    }

    /** Calls a method of the stream until at least a character has come, or all. */
    private PyStr readBy(ThreadState thread, String method, long size) {
        if (size == 0) {
            return PyStr.EMPTY;
        }
        StrBuilder out = new StrBuilder();
        long wanted = size;
        while (true) {
            PyStr name = PyStr.intern(method);
            PyObject read = wanted < 0
                    ? Calls.callMethod(thread, stream, name)
                    : Calls.callMethod(thread, stream, name, PyInt.of(wanted));
            if (!(read instanceof PyBytes bytes)) {
                throw PyErr.typeError("stream function returned a non-bytes object (%T)", read);
            }
            boolean isEnd = bytes.bytesUnsafe().length == 0;
            decoder.decode(thread, bytes.bytesUnsafe(), handler(), isEnd || wanted < 0, out);
            if (isEnd || wanted < 0 || out.length() > 0) {
                return out.toPyStr();
            }
            // Half a character: the rest of it, byte by byte.
            wanted = 1;
        }
    }

    @PythonMethod("read($self, sizeobj=None, /)")
    PyObject read(ThreadState thread, PyObject size) {
        return readBy(thread, "read", size(thread, size));
    }

    @PythonMethod("readline($self, sizeobj=None, /)")
    PyObject readLine(ThreadState thread, PyObject size) {
        return readBy(thread, "readline", size(thread, size));
    }

    @PythonMethod("readlines($self, sizehintobj=None, /)")
    PyObject readLines(ThreadState thread, PyObject size) {
        PyStr all = readBy(thread, "read", size(thread, size));
        return Calls.callMethod(thread, all, PyStr.intern("splitlines"), Singletons.TRUE);
    }

    @PythonMethod("reset($self, /)")
    void reset() {
        decoder.reset();
    }
}
