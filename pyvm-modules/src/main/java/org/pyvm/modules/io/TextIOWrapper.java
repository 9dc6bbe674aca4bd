package org.pyvm.modules.io;

import java.util.Arrays;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.CodecRegistry;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code _io.TextIOWrapper}: text over a stream of bytes. What reads, writes and seeks is in the parts. */
@PythonType(
        name = "TextIOWrapper",
        module = "_io",
        parts = {TextReading.class, TextWriting.class, TextSeeking.class})
public final class TextIOWrapper extends TextIOBase implements IoState.Flushable {
    public static final PyType TYPE = PyType.builtin(
            "_io", "TextIOWrapper", TextIOBase.TYPE, new TextIOWrapperExposed.SlotTable(), new TextIOWrapperExposed());

    private static final int DEFAULT_CHUNK = 8192;

    private boolean ok;
    private boolean detached;
    PyObject buffer;

    @Override
    public PyObject[] heldValues() {
        return new PyObject[] {buffer};
    }

    /** The buffer, if it is one of ours whose methods nobody has overridden. */
    Buffered own;

    private PyObject encodingName = Singletons.NONE;
    String encoding;
    String errors;
    int chunkSize = DEFAULT_CHUNK;
    boolean lineBuffering;
    boolean writeThrough;
    private boolean finalizing;
    boolean seekable;
    /** Whether positions are kept track of; not while the stream is iterated over. */
    boolean telling;

    boolean hasRead1;

    // Line ends

    /** What ends a line when reading: null for the universal ends. */
    String readNewline;

    boolean universal;
    /** What a line feed becomes when writing, or null. */
    String writeNewline;

    private String newlineMode;

    // Reading

    /** Null for a stream that cannot be read. */
    TextDecoder decoder;

    private boolean seesNewlines;
    PyStr decoded = PyStr.EMPTY;
    int used;
    /** Whether something has been decoded and not been thrown away since. */
    boolean hasDecoded;
    /** The decoder's flags before the last chunk, and all bytes since that state; null when not known. */
    PyInt snapshotFlags;

    PyBytes snapshotInput;
    double bytesPerChar;

    // Writing

    /** Null for a stream that cannot be written. */
    TextEncoder encoder;

    byte[] pending = {};
    int pendingSize;

    private TextIOWrapper(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new TextIOWrapper(cls);
    }

    @PythonInit("($self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)")
    void init(
            ThreadState thread,
            PyObject bufferStream,
            String encodingText,
            PyObject errorsText,
            String newline,
            boolean lineBuffered,
            boolean writesThrough) {
        ok = false;
        detached = false;
        if (encodingText == null) {
            IoModule.warnOfDefaultEncoding(thread, 1);
        }
        errors = errorHandler(errorsText);
        Codecs.checkErrors(thread, errors);
        checkNewline(newline);
        setNewline(newline);
        lineBuffering = lineBuffered;
        writeThrough = writesThrough;
        buffer = bufferStream;
        own = bufferStream instanceof Buffered one && !one.type().isHeapType() ? one : null;
        setCodec(thread, encodingText);
        seekable = StreamCalls.isTrue(thread, buffer, StreamCalls.SEEKABLE);
        telling = seekable;
        hasRead1 = own != null || Attributes.getOrNull(thread, buffer, StreamCalls.READ1) != null;
        forgetDecoded();
        pendingSize = 0;
        fixEncoder(thread);
        ok = true;
    }

    private static String errorHandler(PyObject value) {
        if (value == Singletons.NONE) {
            return "strict";
        }
        if (value instanceof PyStr text) {
            if (text.toString().indexOf('\0') >= 0) {
                throw PyErr.valueError("embedded null character");
            }
            return text.toString();
        }
        throw PyErr.typeError("TextIOWrapper() argument 'errors' must be str or None, not %T", value);
    }

    static void checkNewline(String newline) {
        if (newline != null
                && !newline.isEmpty()
                && !newline.equals("\n")
                && !newline.equals("\r")
                && !newline.equals("\r\n")) {
            throw PyErr.valueError("illegal newline value: %s", newline);
        }
    }

    private void setNewline(String newline) {
        newlineMode = newline;
        universal = newline == null || newline.isEmpty();
        readNewline = universal ? null : newline;
        // Linux's own line end is a line feed, so "translate to the system's" means to leave it.
        writeNewline = newline == null || newline.isEmpty() || newline.equals("\n") ? null : newline;
    }

    /** Finds the codec of an encoding, null for the locale's, and makes the decoder and encoder. */
    private void setCodec(ThreadState thread, String name) {
        if (name != null && name.indexOf('\0') >= 0) {
            throw PyErr.valueError("embedded null character");
        }
        boolean ofLocale = name == null || name.equals("locale");
        String wanted = ofLocale ? IoModule.localeEncoding(thread) : name;
        TextEncoding builtin = TextEncoding.named(wanted);
        PyTuple codec = builtin != null ? null : lookup(thread, wanted);
        encoding = wanted;
        encodingName = PyStr.of(wanted);
        boolean reads = StreamCalls.isTrue(thread, buffer, StreamCalls.READABLE);
        boolean writes = StreamCalls.isTrue(thread, buffer, StreamCalls.WRITABLE);
        decoder = null;
        if (reads) {
            TextDecoder plain = builtin != null
                    ? new BuiltinTextDecoder(builtin, errors)
                    : new PythonTextDecoder(incremental(thread, codec, "incrementaldecoder"));
            seesNewlines = universal;
            decoder = universal ? new NewlineDecoder(plain, newlineMode == null) : plain;
        }
        encoder = null;
        if (writes) {
            encoder = builtin != null
                    ? TextEncoder.of(builtin, errors)
                    : TextEncoder.of(incremental(thread, codec, "incrementalencoder"));
        }
    }

    private static PyTuple lookup(ThreadState thread, String name) {
        PyTuple codec = CodecRegistry.of(thread).lookup(thread, name);
        PyObject isText = codec.type() == PyTuple.TYPE
                ? null
                : Attributes.getOrNull(thread, codec, PyStr.intern("_is_text_encoding"));
        if (isText != null && !Objects.isTrue(thread, isText)) {
            throw PyErr.of(
                    Exceptions.LOOKUP_ERROR,
                    "'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs",
                    name);
        }
        return codec;
    }

    private PyObject incremental(ThreadState thread, PyTuple codec, String attribute) {
        return Calls.call(thread, Attributes.get(thread, codec, attribute), PyStr.of(errors));
    }

    /** A stream that is not at its start gets no byte order mark. */
    private void fixEncoder(ThreadState thread) {
        if (seekable && encoder != null) {
            PyObject position = StreamCalls.call(thread, buffer, StreamCalls.TELL);
            if (!(position instanceof PyInt zero) || zero.signum() != 0) {
                encoder.reset(thread, false);
            }
        }
    }

    /** Whether the decoder makes a line feed of every line end. */
    boolean translatesNewlines() {
        return newlineMode == null;
    }

    // Checks

    void checkAttached() {
        if (!ok) {
            throw PyErr.valueError(
                    detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
        }
    }

    void checkUsable(ThreadState thread) {
        checkAttached();
        boolean closed = own != null && own.file != null && !type().isHeapType()
                ? own.file.isClosed()
                : StreamCalls.isClosed(thread, this);
        if (closed) {
            throw StreamCalls.closed();
        }
    }

    // Decoded text

    void setDecoded(PyStr text) {
        decoded = text;
        used = 0;
        hasDecoded = true;
    }

    void forgetDecoded() {
        decoded = PyStr.EMPTY;
        used = 0;
        hasDecoded = false;
    }

    void forgetSnapshot() {
        snapshotFlags = null;
        snapshotInput = null;
    }

    /** Part of the decoded text. */
    static PyStr part(PyStr text, int from, int to) {
        if (from == 0 && to == text.length()) {
            return text;
        }
        if (text.bmp() != null) {
            return PyStr.ofBmp(text.bmp().substring(from, to));
        }
        return new StrBuilder(to - from).append(text, from, to).toPyStr();
    }

    // Pending bytes

    @Override
    public boolean isClosedByFile() {
        return own != null && own.file != null && own.file.closes(this);
    }

    void addPending(ThreadState thread, byte[] bytes) {
        if (pendingSize == 0) {
            IoState.of(thread).addPending(this);
        }
        if (pendingSize + bytes.length > pending.length) {
            pending = Arrays.copyOf(pending, Math.max(pendingSize + bytes.length, Math.max(256, 2 * pending.length)));
        }
        System.arraycopy(bytes, 0, pending, pendingSize, bytes.length);
        pendingSize += bytes.length;
    }

    @Override
    public void flushAtExit(ThreadState thread) {
        try {
            StreamCalls.call(thread, this, Names.FLUSH_NAME);
        } catch (PyErr e) {
            // Nobody is left to be told, as when CPython finalises a writer.
            pendingSize = 0;
        }
    }

    // Methods

    @PythonMethod("detach($self, /)")
    PyObject detach(ThreadState thread) {
        checkAttached();
        StreamCalls.call(thread, this, Names.FLUSH_NAME);
        PyObject result = buffer;
        buffer = null;
        own = null;
        detached = true;
        ok = false;
        return result;
    }

    @PythonMethod("reconfigure($self, /, *, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None,"
            + " write_through=None)")
    void reconfigure(
            ThreadState thread,
            PyObject newEncoding,
            PyObject newErrors,
            PyObject newline,
            PyObject lineBuffered,
            PyObject writesThrough) {
        boolean newCodec = newEncoding != Singletons.NONE || newErrors != Singletons.NONE || newline != null;
        if (hasDecoded && newCodec) {
            throw IoState.unsupported(
                    thread, "It is not possible to set the encoding or newline of stream after the first read");
        }
        if (newline != null && newline != Singletons.NONE && !(newline instanceof PyStr)) {
            throw PyErr.typeError("reconfigure() argument 'newline' must be str or None, not %T", newline);
        }
        String newlineText = newline == null || newline == Singletons.NONE ? null : newline.toString();
        checkNewline(newlineText);
        boolean buffered = flag(thread, lineBuffered, lineBuffering);
        boolean through = flag(thread, writesThrough, writeThrough);
        StreamCalls.call(thread, this, Names.FLUSH_NAME);
        bytesPerChar = 0;
        if (newline != null) {
            setNewline(newlineText);
        }
        if (newCodec) {
            changeCodec(thread, newEncoding, newErrors);
        }
        lineBuffering = buffered;
        writeThrough = through;
    }

    private static boolean flag(ThreadState thread, PyObject value, boolean before) {
        if (value == Singletons.NONE) {
            return before;
        }
        return org.pyvm.objects.exposed.Convert.toInt(thread, value) != 0;
    }

    private void changeCodec(ThreadState thread, PyObject newEncoding, PyObject newErrors) {
        String name = encoding;
        if (newErrors != Singletons.NONE) {
            errors = errorHandler(newErrors);
        } else if (newEncoding != Singletons.NONE) {
            errors = "strict";
        }
        if (newEncoding != Singletons.NONE) {
            if (!(newEncoding instanceof PyStr text)) {
                throw PyErr.typeError("reconfigure() argument 'encoding' must be str or None, not %T", newEncoding);
            }
            name = text.toString();
        }
        setCodec(thread, name);
        fixEncoder(thread);
    }

    @PythonMethod("flush($self, /)")
    PyObject flushText(ThreadState thread) {
        checkUsable(thread);
        telling = seekable;
        TextWriting.writePending(thread, this);
        if (own != null && own.writes) {
            BufferedWriting.flush(thread, own);
            return Singletons.NONE;
        }
        return StreamCalls.call(thread, buffer, Names.FLUSH_NAME);
    }

    @PythonMethod("close($self, /)")
    PyObject closeText(ThreadState thread) {
        checkAttached();
        if (StreamCalls.isClosed(thread, this)) {
            return Singletons.NONE;
        }
        PyErr failure = null;
        try {
            StreamCalls.call(thread, this, Names.FLUSH_NAME);
        } catch (PyErr e) {
            failure = e;
        }
        PyObject result = Singletons.NONE;
        try {
            result = StreamCalls.call(thread, buffer, Names.CLOSE_NAME);
        } catch (PyErr e) {
            if (failure != null) {
                e.value().raisedWhileHandling(failure.value());
            }
            failure = e;
        }
        if (pendingSize > 0) {
            pendingSize = 0;
            IoState.of(thread).removePending(this);
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    private PyObject forward(ThreadState thread, PyStr method) {
        checkAttached();
        return StreamCalls.call(thread, buffer, method);
    }

    @PythonMethod("fileno($self, /)")
    PyObject fileno(ThreadState thread) {
        return forward(thread, StreamCalls.FILENO);
    }

    @PythonMethod("seekable($self, /)")
    PyObject seekable(ThreadState thread) {
        return forward(thread, StreamCalls.SEEKABLE);
    }

    @PythonMethod("readable($self, /)")
    PyObject readable(ThreadState thread) {
        return forward(thread, StreamCalls.READABLE);
    }

    @PythonMethod("writable($self, /)")
    PyObject writable(ThreadState thread) {
        return forward(thread, StreamCalls.WRITABLE);
    }

    @PythonMethod("isatty($self, /)")
    PyObject isatty(ThreadState thread) {
        return forward(thread, StreamCalls.ISATTY);
    }

    @PythonMethod("__reduce_ex__($self, protocol, /)")
    PyObject reduceEx(PyObject protocol) {
        throw PyErr.typeError("cannot pickle '%T' object", this);
    }

    // Attributes

    @PythonGetter(value = "encoding", member = true)
    PyObject encoding() {
        return encodingName;
    }

    @PythonGetter(value = "buffer", member = true)
    PyObject buffer() {
        return buffer == null ? Singletons.NONE : buffer;
    }

    @PythonGetter(value = "line_buffering", member = true)
    boolean lineBuffering() {
        return lineBuffering;
    }

    @PythonGetter(value = "write_through", member = true)
    boolean writeThrough() {
        return writeThrough;
    }

    @PythonGetter(value = "_finalizing", member = true)
    boolean finalizing() {
        return finalizing;
    }

    @PythonSetter("_finalizing")
    void setFinalizing(boolean value) {
        finalizing = value;
    }

    @PythonGetter("name")
    PyObject name(ThreadState thread) {
        checkAttached();
        return Attributes.get(thread, buffer, Names.NAME_NAME);
    }

    @PythonGetter("closed")
    PyObject isClosed(ThreadState thread) {
        checkAttached();
        return Attributes.get(thread, buffer, StreamCalls.CLOSED);
    }

    @PythonGetter("newlines")
    PyObject newlines() {
        checkAttached();
        return decoder == null || !seesNewlines ? Singletons.NONE : NewlineDecoder.newlines(decoder.newlinesSeen());
    }

    @PythonGetter("errors")
    PyObject errors() {
        if (errors == null) {
            throw PyErr.valueError("I/O operation on uninitialized object");
        }
        return PyStr.of(errors);
    }

    @PythonGetter("_CHUNK_SIZE")
    int chunkSize() {
        checkAttached();
        return chunkSize;
    }

    @PythonSetter(value = "_CHUNK_SIZE", deletable = true)
    void setChunkSize(ThreadState thread, PyObject size) {
        checkAttached();
        if (size == null) {
            throw PyErr.attributeError("cannot delete attribute");
        }
        long number = org.pyvm.objects.protocol.Numbers.toLong(org.pyvm.objects.protocol.Numbers.index(thread, size));
        if (number <= 0) {
            throw PyErr.valueError("a strictly positive integer is required");
        }
        chunkSize = (int) Math.min(number, Integer.MAX_VALUE - 8);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        if (!ok && !detached) {
            checkAttached();
        }
        if (!ReprGuard.enter(thread, this)) {
            throw PyErr.runtimeError("reentrant call inside %T.__repr__", this);
        }
        try {
            StrBuilder text = new StrBuilder().append("<_io.TextIOWrapper");
            PyObject name = StreamCalls.nameOrNull(thread, this);
            if (name != null) {
                text.append(" name=").append(Objects.repr(thread, name));
            }
            PyObject mode = Attributes.getOrNull(thread, this, StreamCalls.MODE);
            if (mode != null) {
                text.append(" mode=").append(Objects.repr(thread, mode));
            }
            return text.append(" encoding=")
                    .append(Objects.repr(thread, encodingName))
                    .append(">")
                    .toPyStr();
        } finally {
            ReprGuard.leave(thread, this);
        }
    }
}
