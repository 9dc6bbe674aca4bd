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
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code _io.StringIO}: a file of text in memory. */
@PythonType(name = "StringIO", module = "_io")
public final class StringIO extends TextIOBase implements PyClosable {
    public static final PyType TYPE =
            PyType.builtin("_io", "StringIO", TextIOBase.TYPE, new StringIOExposed.SlotTable(), new StringIOExposed());

    private boolean ok;
    private boolean closed;
    private TextStore store = new TextStore();
    private long pos;
    /** None, or the text that ends lines; it decides the three fields below. */
    private PyObject newline = Singletons.NONE;
    /** Sees to universal newlines when writing, or null. */
    private NewlineDecoder decoder;

    private String readNewline;
    private String writeNewline;

    private StringIO(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new StringIO(cls);
    }

    @PythonInit("($self, initial_value='', newline='\\n')")
    void init(ThreadState thread, PyObject initial, PyObject newlineText) {
        ok = false;
        if (newlineText != Singletons.NONE && !(newlineText instanceof PyStr)) {
            throw PyErr.typeError("newline must be str or None, not %T", newlineText);
        }
        String text = newlineText == Singletons.NONE ? null : newlineText.toString();
        if (text != null && !text.isEmpty() && !text.equals("\n") && !text.equals("\r") && !text.equals("\r\n")) {
            throw PyErr.valueError("illegal newline value: %r", newlineText);
        }
        if (initial != Singletons.NONE && !(initial instanceof PyStr)) {
            throw PyErr.typeError("initial_value must be str or None, not %T", initial);
        }
        newline = newlineText;
        boolean universal = text == null || text.isEmpty();
        readNewline = universal ? null : text;
        writeNewline = text != null && text.startsWith("\r") ? text : null;
        decoder = universal ? new NewlineDecoder(null, text == null) : null;
        store = new TextStore();
        pos = 0;
        closed = false;
        ok = true;
        if (initial instanceof PyStr value) {
            put(value);
            pos = 0;
        }
    }

    private void checkOpen() {
        if (!ok) {
            throw PyErr.valueError("I/O operation on uninitialized object");
        }
        if (closed) {
            throw PyErr.valueError("I/O operation on closed file");
        }
    }

    private void put(PyStr text) {
        PyStr output = decoder == null ? text : decoder.translate(text, true);
        if (writeNewline != null) {
            output = replaceLineFeeds(output, writeNewline);
        }
        if (pos + output.length() > Integer.MAX_VALUE - 8) {
            throw PyErr.overflowError("new position too large");
        }
        store.put((int) pos, output);
        pos += output.length();
    }

    private static PyStr replaceLineFeeds(PyStr text, String by) {
        StrBuilder out = new StrBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c == '\n') {
                out.append(by);
            } else {
                out.append(c);
            }
        }
        return out.toPyStr();
    }

    @PythonMethod("write($self, s, /)")
    int write(ThreadState thread, PyObject value) {
        checkOpen();
        if (!(value instanceof PyStr text)) {
            throw PyErr.typeError("string argument expected, got '%T'", value);
        }
        if (text.length() > 0) {
            put(text);
        }
        return text.length();
    }

    @PythonMethod("getvalue($self, /)")
    PyObject getValue() {
        checkOpen();
        return store.slice(0, store.size());
    }

    @PythonMethod("read($self, size=-1, /)")
    PyObject read(ThreadState thread, PyObject size) {
        checkOpen();
        long wanted = StreamCalls.size(thread, size);
        int start = (int) Math.min(pos, store.size());
        int available = store.size() - start;
        int count = wanted < 0 ? available : (int) Math.min(wanted, available);
        pos += count;
        return store.slice(start, start + count);
    }

    private PyStr line(long limit) {
        if (pos >= store.size()) {
            return PyStr.EMPTY;
        }
        int start = (int) pos;
        int most = limit < 0 ? store.size() : (int) Math.min(store.size(), start + limit);
        int end = lineEnd(start, most);
        pos = end;
        return store.slice(start, end);
    }

    private int lineEnd(int start, int most) {
        boolean two = readNewline != null && readNewline.length() == 2;
        boolean any = readNewline == null && newline != Singletons.NONE;
        int last = readNewline == null ? '\n' : readNewline.charAt(readNewline.length() - 1);
        for (int i = start; i < most; i++) {
            int c = store.codePointAt(i);
            if (any && c == '\r') {
                return i + 1 < most && store.codePointAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
            if (c == last && (!two || i > start && store.codePointAt(i - 1) == '\r')) {
                return i + 1;
            }
        }
        return most;
    }

    @PythonMethod("readline($self, size=-1, /)")
    PyObject readOneLine(ThreadState thread, PyObject size) {
        checkOpen();
        return line(StreamCalls.size(thread, size));
    }

    @Override
    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        checkOpen();
        PyObject line;
        if (!type().isHeapType()) {
            line = line(-1);
        } else {
            line = StreamCalls.call(thread, this, StreamCalls.READLINE);
            if (!(line instanceof PyStr)) {
                throw PyErr.of(Exceptions.OS_ERROR, "readline() should have returned a str object, not '%T'", line);
            }
        }
        return Objects.length(thread, line) == 0 ? null : line;
    }

    @PythonMethod("tell($self, /)")
    PyObject tell(ThreadState thread) {
        checkOpen();
        return PyInt.of(pos);
    }

    @PythonMethod("truncate($self, pos=None, /)")
    long truncate(ThreadState thread, PyObject size) {
        checkOpen();
        long length = size == Singletons.NONE ? pos : StreamCalls.size(thread, size);
        if (length < 0) {
            throw PyErr.valueError("Negative size value %d", length);
        }
        store.truncate((int) Math.min(length, Integer.MAX_VALUE));
        return length;
    }

    @PythonMethod("seek($self, pos, whence=0, /)")
    long seek(ThreadState thread, long position, int whence) {
        checkOpen();
        if (whence < 0 || whence > 2) {
            throw PyErr.valueError("Invalid whence (%d, should be 0, 1 or 2)", whence);
        }
        if (whence == 0 && position < 0) {
            throw PyErr.valueError("Negative seek position %d", position);
        }
        if (whence != 0 && position != 0) {
            throw PyErr.of(Exceptions.OS_ERROR, "Can't do nonzero cur-relative seeks");
        }
        pos = whence == 0 ? position : whence == 1 ? pos : store.size();
        return pos;
    }

    @PythonMethod("close($self, /)")
    PyObject close(ThreadState thread) {
        closed = true;
        store = new TextStore();
        return Singletons.NONE;
    }

    @Override
    @PythonGetter("closed")
    public boolean isClosed() {
        if (!ok) {
            throw PyErr.valueError("I/O operation on uninitialized object");
        }
        return closed;
    }

    @PythonMethod("readable($self, /)")
    PyObject readable(ThreadState thread) {
        checkOpen();
        return Singletons.TRUE;
    }

    @PythonMethod("writable($self, /)")
    PyObject writable(ThreadState thread) {
        checkOpen();
        return Singletons.TRUE;
    }

    @PythonMethod("seekable($self, /)")
    PyObject seekable(ThreadState thread) {
        checkOpen();
        return Singletons.TRUE;
    }

    @PythonGetter("newlines")
    PyObject newlines() {
        checkOpen();
        return decoder == null ? Singletons.NONE : NewlineDecoder.newlines(decoder.newlinesSeen());
    }

    @PythonGetter("line_buffering")
    boolean lineBuffering() {
        checkOpen();
        return false;
    }

    @PythonMethod("__getstate__($self, /)")
    PyObject getState(ThreadState thread) {
        return PyTuple.of(getValue(), newline, PyInt.of(pos), StreamCalls.attributes(thread, this));
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(ThreadState thread, PyObject state) {
        if (closed) {
            throw PyErr.valueError("I/O operation on closed file");
        }
        if (!(state instanceof PyTuple tuple) || tuple.size() < 4) {
            throw PyErr.typeError("%T.__setstate__ argument should be 4-tuple, got %T", this, state);
        }
        init(thread, PyStr.EMPTY, tuple.get(1));
        // The text is as it was: its line ends are not to be translated once more.
        if (!(tuple.get(0) instanceof PyStr value)) {
            throw PyErr.typeError("initial_value must be str or None, not %T", tuple.get(0));
        }
        store.put(0, value);
        if (!(tuple.get(2) instanceof PyInt position)) {
            throw PyErr.typeError("third item of state must be an integer, got %T", tuple.get(2));
        }
        if (position.signum() < 0) {
            throw PyErr.valueError("position value cannot be negative");
        }
        pos = Numbers.toLong(position);
        if (tuple.get(3) == Singletons.NONE) {
            return;
        }
        if (!(tuple.get(3) instanceof PyDict dict)) {
            throw PyErr.typeError("fourth item of state should be a dict, got a %T", tuple.get(3));
        }
        Calls.callMethod(thread, Attributes.get(thread, this, Names.DICT), Names.UPDATE_NAME, dict);
    }
}
