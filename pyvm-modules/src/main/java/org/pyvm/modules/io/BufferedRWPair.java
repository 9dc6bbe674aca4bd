package org.pyvm.modules.io;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code _io.BufferedRWPair}: a reader and a writer over two raw streams that have no position, such as sockets. */
@PythonType(name = "BufferedRWPair", module = "_io")
public final class BufferedRWPair extends BufferedIOBase {
    public static final PyType TYPE = PyType.builtin(
            "_io",
            "BufferedRWPair",
            BufferedIOBase.TYPE,
            new BufferedRWPairExposed.SlotTable(),
            new BufferedRWPairExposed());

    private PyObject reader;
    private PyObject writer;

    private BufferedRWPair(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new BufferedRWPair(cls);
    }

    @PythonInit("($self, reader, writer, buffer_size=8192, /)")
    void init(ThreadState thread, PyObject rawReader, PyObject rawWriter, long bufferSize) {
        Buffered.require(thread, rawReader, StreamCalls.READABLE, "File or stream is not readable.");
        Buffered.require(thread, rawWriter, StreamCalls.WRITABLE, "File or stream is not writable.");
        reader = Calls.call(thread, BufferedReader.TYPE, rawReader, PyInt.of(bufferSize));
        writer = Calls.call(thread, BufferedWriter.TYPE, rawWriter, PyInt.of(bufferSize));
    }

    private static PyObject forward(ThreadState thread, PyObject to, PyStr method, PyObject[] args, PyStr[] names) {
        if (to == null) {
            throw PyErr.valueError("I/O operation on uninitialized object");
        }
        return Calls.call(thread, Attributes.get(thread, to, method), args, names);
    }

    private PyObject forward(ThreadState thread, PyObject to, PyStr method) {
        return forward(thread, to, method, Calls.NO_ARGS, null);
    }

    @PythonMethod(value = "read", raw = true)
    PyObject read(ThreadState thread, PyObject[] args, PyStr[] names) {
        return forward(thread, reader, Names.READ_NAME, args, names);
    }

    @PythonMethod(value = "peek", raw = true)
    PyObject peek(ThreadState thread, PyObject[] args, PyStr[] names) {
        return forward(thread, reader, StreamCalls.PEEK, args, names);
    }

    @PythonMethod(value = "read1", raw = true)
    PyObject read1(ThreadState thread, PyObject[] args, PyStr[] names) {
        return forward(thread, reader, StreamCalls.READ1, args, names);
    }

    @PythonMethod(value = "readinto", raw = true)
    PyObject readInto(ThreadState thread, PyObject[] args, PyStr[] names) {
        return forward(thread, reader, StreamCalls.READINTO, args, names);
    }

    @PythonMethod(value = "readinto1", raw = true)
    PyObject readInto1(ThreadState thread, PyObject[] args, PyStr[] names) {
        return forward(thread, reader, StreamCalls.READINTO1, args, names);
    }

    @PythonMethod(value = "write", raw = true)
    PyObject write(ThreadState thread, PyObject[] args, PyStr[] names) {
        return forward(thread, writer, Names.WRITE_NAME, args, names);
    }

    @PythonMethod("flush($self, /)")
    PyObject flushBoth(ThreadState thread) {
        return forward(thread, writer, Names.FLUSH_NAME);
    }

    @PythonMethod("readable($self, /)")
    PyObject canRead(ThreadState thread) {
        return forward(thread, reader, StreamCalls.READABLE);
    }

    @PythonMethod("writable($self, /)")
    PyObject canWrite(ThreadState thread) {
        return forward(thread, writer, StreamCalls.WRITABLE);
    }

    @PythonMethod("close($self, /)")
    PyObject closeBoth(ThreadState thread) {
        PyErr failure = null;
        try {
            forward(thread, writer, Names.CLOSE_NAME);
        } catch (PyErr e) {
            failure = e;
        }
        PyObject result;
        try {
            result = forward(thread, reader, Names.CLOSE_NAME);
        } catch (PyErr e) {
            if (failure != null) {
                e.value().raisedWhileHandling(failure.value());
            }
            throw e;
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    @PythonMethod("isatty($self, /)")
    PyObject isTerminal(ThreadState thread) {
        PyObject answer = forward(thread, writer, StreamCalls.ISATTY);
        return answer != Singletons.FALSE ? answer : forward(thread, reader, StreamCalls.ISATTY);
    }

    @PythonGetter("closed")
    PyObject isClosed(ThreadState thread) {
        if (writer == null) {
            throw PyErr.runtimeError("the BufferedRWPair object is being garbage-collected");
        }
        return Attributes.get(thread, writer, StreamCalls.CLOSED);
    }
}
