package org.pyvm.modules.io;

import java.util.Arrays;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.DroppedFiles;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.Guard;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code _io.FileIO}: a descriptor as a stream. */
@PythonType(name = "FileIO", module = "_io")
public final class FileIO extends RawIOBase implements PyClosable {
    public static final PyType TYPE =
            PyType.builtin("_io", "FileIO", RawIOBase.TYPE, new FileIOExposed.SlotTable(), new FileIOExposed());

    private static final int NO_FILE = -1;
    private static final int PROBE = 256;

    private int fd = NO_FILE;
    private FileMode mode = FileMode.READ;
    private boolean closeFd = true;
    /** Null until it has been tried. */
    private Boolean seekable;

    private long blockSize = IoModule.DEFAULT_BUFFER_SIZE;
    private boolean finalizing;
    private IoState.OpenDescriptor watched;
    /** Tells that the file was dropped while it was open. */
    private Guard guard;
    /** The stream that {@code open()} has made on top of it, or null. */
    private PyObject outermost;

    private FileIO(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new FileIO(cls);
    }

    @PythonInit("($self, file, mode='r', closefd=True, opener=None)")
    void init(ThreadState thread, PyObject file, String modeText, boolean closesFd, PyObject opener) {
        if (fd >= 0) {
            if (closeFd) {
                internalClose(thread);
            } else {
                fd = NO_FILE;
            }
        }
        if (file instanceof PyFloat) {
            throw PyErr.typeError("integer argument expected, got float");
        }
        int given = descriptor(thread, file);
        String path = given < 0 ? path(thread, file) : null;
        mode = FileMode.parse(modeText);
        if (path != null && !closesFd) {
            throw PyErr.valueError("Cannot use closefd=False with file name");
        }
        seekable = null;
        closeFd = closesFd;
        if (path != null) {
            DroppedFiles.settle(thread, path);
        }
        IoState.of(thread).closeLost(thread);
        fd = given >= 0 ? given : open(thread, file, path, opener);
        try {
            inspect(thread, file);
            Attributes.set(thread, this, Names.NAME_NAME, file);
            if (mode.appending()) {
                // So that the position is the end before the first write too.
                seekToEnd(thread);
            }
        } catch (PyErr e) {
            if (given < 0) {
                internalClose(thread);
            }
            fd = NO_FILE;
            throw e;
        }
        if (closeFd && fd > 2) {
            watched = IoState.of(thread).watch(this, fd, mode.writable() ? path : null);
            guard = thread.interpreter().finalization().armResource(this);
        }
    }

    private static int descriptor(ThreadState thread, PyObject file) {
        if (!file.type().slots().has(Slot.NB_INDEX)) {
            return NO_FILE;
        }
        int number = Convert.toInt(thread, file);
        if (number < 0) {
            throw PyErr.valueError("negative file descriptor");
        }
        return number;
    }

    private static String path(ThreadState thread, PyObject file) {
        PyObject path = FileSystemPaths.fsPath(thread, file);
        String text = path instanceof PyStr str
                ? FileSystemPaths.toHost(str)
                : FileSystemPaths.toHost(((PyBytes) path).bytesUnsafe());
        if (text.indexOf('\0') >= 0) {
            throw PyErr.valueError("embedded null byte");
        }
        return text;
    }

    private int open(ThreadState thread, PyObject file, String path, PyObject opener) {
        int flags = mode.flags() | OpenFlags.CLOSE_ON_EXEC;
        if (opener == Singletons.NONE) {
            return Blocking.call(thread, file, () -> {
                Host host = thread.interpreter().service(Host.class);
                return host.descriptors().install(host.files().open(path, flags, 0666));
            });
        }
        PyObject opened = Calls.call(thread, opener, file, PyInt.of(flags));
        if (!(opened instanceof PyInt)) {
            throw PyErr.typeError("expected integer from opener");
        }
        int number = Convert.toInt(thread, opened);
        if (number < 0) {
            throw PyErr.valueError("opener returned %d", number);
        }
        return number;
    }

    private void inspect(ThreadState thread, PyObject file) {
        FileStatus status;
        try {
            status = Blocking.orFail(thread, () -> table(thread).get(fd).status());
        } catch (HostException e) {
            if (e.errno() == Errno.EBADF.number()) {
                throw HostErrors.of(thread, e);
            }
            return;
        }
        if (status.is(FileStatus.DIRECTORY)) {
            throw HostErrors.of(thread, Errno.EISDIR, file);
        }
        if (status.blockSize() > 1) {
            blockSize = status.blockSize();
        }
    }

    private void seekToEnd(ThreadState thread) {
        try {
            Blocking.orFail(thread, () -> table(thread).get(fd).seek(0, 2));
        } catch (HostException e) {
            if (e.errno() != Errno.ESPIPE.number()) {
                throw HostErrors.of(thread, e);
            }
        }
    }

    private static DescriptorTable table(ThreadState thread) {
        return thread.interpreter().service(Host.class).descriptors();
    }

    private void checkOpen() {
        if (fd < 0) {
            throw PyErr.valueError("I/O operation on closed file");
        }
    }

    private void checkMode(ThreadState thread, boolean allowed, String action) {
        checkOpen();
        if (!allowed) {
            throw IoState.unsupported(thread, "File not open for " + action);
        }
    }

    /** Reads into an array: the count, 0 at the end, or -1 when nothing is there and the file does not wait. */
    int read(ThreadState thread, byte[] target, int at, int length) {
        checkMode(thread, mode.readable(), "reading");
        try {
            return Blocking.orFail(thread, () -> table(thread).get(fd).read(target, at, length));
        } catch (HostException e) {
            if (e.errno() == Errno.EAGAIN.number()) {
                return -1;
            }
            throw HostErrors.of(thread, e);
        }
    }

    /** Writes some bytes: the count, or -1 when none can be written now. */
    int write(ThreadState thread, byte[] data, int from, int length) {
        checkMode(thread, mode.writable(), "writing");
        try {
            return Blocking.orFail(thread, () -> table(thread).get(fd).write(data, from, length));
        } catch (HostException e) {
            if (e.errno() == Errno.EAGAIN.number()) {
                return -1;
            }
            throw HostErrors.of(thread, e);
        }
    }

    @PythonMethod("read($self, size=-1, /)")
    PyObject read(ThreadState thread, PyObject size) {
        checkMode(thread, mode.readable(), "reading");
        long wanted = StreamCalls.size(thread, size);
        if (wanted < 0) {
            return readAll(thread);
        }
        byte[] target = new byte[(int) Math.min(wanted, Integer.MAX_VALUE - 8)];
        int count = read(thread, target, 0, target.length);
        if (count < 0) {
            return Singletons.NONE;
        }
        return PyBytes.of(count == target.length ? target : Arrays.copyOf(target, count));
    }

    @PythonMethod("readall($self, /)")
    PyObject readAll(ThreadState thread) {
        checkOpen();
        byte[] all = new byte[expectedRest(thread)];
        int size = 0;
        while (true) {
            // Where the end is expected a small array is enough to see it, and the large one need not be copied.
            byte[] next = size == all.length ? new byte[PROBE] : all;
            int offset = next == all ? size : 0;
            int count = read(thread, next, offset, next.length - offset);
            if (count < 0 && size == 0) {
                return Singletons.NONE;
            }
            if (count <= 0) {
                return PyBytes.of(size == all.length ? all : Arrays.copyOf(all, size));
            }
            if (next != all) {
                int room = Math.max(all.length / 2, IoModule.DEFAULT_BUFFER_SIZE);
                all = Arrays.copyOf(all, all.length + room);
                System.arraycopy(next, 0, all, size, count);
            }
            size += count;
        }
    }

    /** What the file's size tells, or as much as is read at once. */
    private int expectedRest(ThreadState thread) {
        try {
            return Blocking.orFail(thread, () -> {
                var file = table(thread).get(fd);
                if (!file.isSeekable()) {
                    return IoModule.DEFAULT_BUFFER_SIZE;
                }
                long rest = file.status().size() - file.seek(0, 1);
                return rest > 0 && rest < Integer.MAX_VALUE - 16 ? (int) rest : IoModule.DEFAULT_BUFFER_SIZE;
            });
        } catch (HostException e) {
            return IoModule.DEFAULT_BUFFER_SIZE;
        }
    }

    @PythonMethod("readinto($self, buffer, /)")
    PyObject readInto(ThreadState thread, PyObject target) {
        PyBuffer buffer = StreamCalls.writable(thread, "readinto", target);
        try {
            byte[] bytes = new byte[buffer.length()];
            int count = read(thread, bytes, 0, bytes.length);
            if (count < 0) {
                return Singletons.NONE;
            }
            StreamCalls.store(buffer, 0, bytes, 0, count);
            return PyInt.of(count);
        } finally {
            buffer.release();
        }
    }

    @PythonMethod("write($self, b, /)")
    PyObject write(ThreadState thread, PyObject data) {
        byte[] bytes = StreamCalls.bytes(thread, data);
        int count = write(thread, bytes, 0, bytes.length);
        return count < 0 ? Singletons.NONE : PyInt.of(count);
    }

    @PythonMethod("seek($self, pos, whence=0, /)")
    long seek(ThreadState thread, PyObject position, int whence) {
        checkOpen();
        return seek(thread, StreamCalls.offset(thread, position), whence);
    }

    long seek(ThreadState thread, long offset, int whence) {
        checkOpen();
        long result = Blocking.call(thread, () -> table(thread).get(fd).seek(offset, whence));
        if (seekable == null) {
            seekable = true;
        }
        return result;
    }

    @PythonMethod("tell($self, /)")
    PyObject tell(ThreadState thread) {
        return PyInt.of(seek(thread, 0, 1));
    }

    @PythonMethod("truncate($self, size=None, /)")
    PyObject truncate(ThreadState thread, PyObject size) {
        checkMode(thread, mode.writable(), "writing");
        PyObject length = size == Singletons.NONE ? tell(thread) : size;
        long bytes = StreamCalls.offset(thread, length);
        Blocking.call(thread, () -> {
            if (bytes < 0) {
                throw new HostException(Errno.EINVAL);
            }
            table(thread).get(fd).truncate(bytes);
            return null;
        });
        return length;
    }

    @PythonMethod("close($self, /)")
    PyObject close(ThreadState thread) {
        PyErr failure = null;
        try {
            baseClose(thread);
        } catch (PyErr e) {
            failure = e;
        }
        if (!closeFd) {
            fd = NO_FILE;
        } else {
            try {
                internalClose(thread);
            } catch (PyErr e) {
                if (failure != null) {
                    e.value().raisedWhileHandling(failure.value());
                }
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return Singletons.NONE;
    }

    private void internalClose(ThreadState thread) {
        if (watched != null) {
            IoState.of(thread).forget(watched);
            watched = null;
        }
        if (guard != null) {
            thread.interpreter().finalization().disarm(guard);
            guard = null;
        }
        if (fd < 0) {
            return;
        }
        int number = fd;
        fd = NO_FILE;
        Blocking.call(thread, () -> {
            table(thread).close(number);
            return null;
        });
    }

    @PythonMethod("seekable($self, /)")
    PyObject seekable(ThreadState thread) {
        checkOpen();
        if (seekable == null) {
            try {
                Blocking.orFail(thread, () -> table(thread).get(fd).seek(0, 1));
                seekable = true;
            } catch (HostException e) {
                seekable = false;
            }
        }
        return seekable ? Singletons.TRUE : Singletons.FALSE;
    }

    @PythonMethod("readable($self, /)")
    PyObject readable(ThreadState thread) {
        checkOpen();
        return mode.readable() ? Singletons.TRUE : Singletons.FALSE;
    }

    @PythonMethod("writable($self, /)")
    PyObject writable(ThreadState thread) {
        checkOpen();
        return mode.writable() ? Singletons.TRUE : Singletons.FALSE;
    }

    @PythonMethod("fileno($self, /)")
    PyObject fileno(ThreadState thread) {
        checkOpen();
        return PyInt.of(fd);
    }

    @PythonMethod("isatty($self, /)")
    PyObject isatty(ThreadState thread) {
        checkOpen();
        DescriptorTable table = table(thread);
        return table.isOpen(fd) && table.get(fd).isTerminal() ? Singletons.TRUE : Singletons.FALSE;
    }

    /** What is read or written goes through another stream. */
    void setOutermost(PyObject stream) {
        outermost = stream;
    }

    /** Whether a stream is closed when the file is dropped. */
    boolean closes(PyObject stream) {
        return guard != null
                && (outermost == stream || outermost instanceof TextIOWrapper text && text.buffer == stream);
    }

    @Override
    public boolean hasFinalizer() {
        return guard != null || super.hasFinalizer();
    }

    /** Warns of a file that was dropped open, and closes it from the top, so that what is held back is written. */
    @SlotMethod(Slot.TP_FINALIZE)
    static void finalizeObject(ThreadState thread, PyObject self) {
        FileIO file = (FileIO) self;
        if (file.fd < 0 || !file.closeFd) {
            return;
        }
        PyObject stream = file.outermost == null ? file : file.outermost;
        try {
            file.deallocWarn(thread, stream);
        } catch (PyErr e) {
            Unraisable.report(thread, e, null, stream);
        }
        try {
            StreamCalls.call(thread, stream, Names.CLOSE_NAME);
        } catch (PyErr e) {
            // Nobody is there to be told, as in CPython; the stream on top may have been detached.
            file.internalClose(thread);
        }
    }

    @PythonMethod("_dealloc_warn($self, source, /)")
    void deallocWarn(ThreadState thread, PyObject source) {
        if (fd >= 0 && closeFd) {
            Warnings.warn(thread, Exceptions.RESOURCE_WARNING, "unclosed file " + Objects.repr(thread, source), 1);
        }
    }

    @PythonGetter(value = "closed", doc = "True if the file is closed")
    @Override
    public boolean isClosed() {
        return fd < 0;
    }

    @PythonGetter("closefd")
    boolean closesFd() {
        return closeFd;
    }

    @PythonGetter("mode")
    String mode() {
        return mode.text();
    }

    @PythonGetter(value = "_blksize", member = true)
    long blockSize() {
        return blockSize;
    }

    @PythonSetter("_blksize")
    void setBlockSize(long size) {
        blockSize = size;
    }

    @PythonGetter(value = "_finalizing", member = true)
    boolean finalizing() {
        return finalizing;
    }

    @PythonSetter("_finalizing")
    void setFinalizing(boolean value) {
        finalizing = value;
    }

    @PythonMethod("__reduce_ex__($self, protocol, /)")
    PyObject reduceEx(PyObject protocol) {
        throw PyErr.typeError("cannot pickle '%T' object", this);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        if (fd < 0) {
            return PyStr.of("<_io.FileIO [closed]>");
        }
        PyObject name = StreamCalls.nameOrNull(thread, this);
        String rest = " mode='" + mode.text() + "' closefd=" + (closeFd ? "True" : "False") + ">";
        if (name == null) {
            return PyStr.of("<_io.FileIO fd=" + fd + rest);
        }
        if (!ReprGuard.enter(thread, this)) {
            throw PyErr.runtimeError("reentrant call inside %T.__repr__", this);
        }
        try {
            return PyStr.of("<_io.FileIO name=" + Objects.repr(thread, name) + rest);
        } finally {
            ReprGuard.leave(thread, this);
        }
    }
}
