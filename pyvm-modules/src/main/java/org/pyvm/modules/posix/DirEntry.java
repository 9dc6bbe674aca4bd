package org.pyvm.modules.posix;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyStr;

/** {@code os.DirEntry}: a name in a directory, which remembers what it has been asked. */
@PythonType(name = "DirEntry", module = "posix")
public final class DirEntry extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "posix", "DirEntry", new DirEntryExposed.SlotTable(), new DirEntryExposed())
            .notSubclassable();

    private final PyObject name;
    private final PyObject path;
    private final String hostPath;
    private int linkKind;
    private int targetKind;
    private FileStatus linkStatus;
    private PyObject linkResult;
    private PyObject targetResult;
    private FileStatus targetStatus;

    DirEntry(PathArgument folder, String base, String name) {
        super(TYPE);
        this.name = folder.result(name);
        boolean current = folder.object() == org.pyvm.objects.Singletons.NONE;
        String front = folder.path() == null ? "" : current ? "./" : folder.path();
        this.path = folder.result(front.isEmpty() || front.endsWith("/") ? front + name : front + "/" + name);
        this.hostPath = base.endsWith("/") ? base + name : base + "/" + name;
    }

    @PythonGetter(
            value = "name",
            member = true,
            doc = "the entry's base filename, relative to scandir() \"path\" argument")
    PyObject name() {
        return name;
    }

    @PythonGetter(
            value = "path",
            member = true,
            doc = "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)")
    PyObject path() {
        return path;
    }

    private FileStatus linkStatus(ThreadState thread) {
        if (linkStatus == null) {
            linkStatus = Blocking.orFail(thread, () -> PosixPaths.files(thread).status(hostPath, false));
            linkKind = linkStatus.mode() & FileStatus.KIND;
        }
        return linkStatus;
    }

    private FileStatus status(ThreadState thread, boolean followLinks) {
        if (!followLinks || !linkStatus(thread).is(FileStatus.SYMBOLIC_LINK)) {
            return linkStatus(thread);
        }
        if (targetStatus == null) {
            targetStatus =
                    Blocking.orFail(thread, () -> PosixPaths.files(thread).status(hostPath, true));
            targetKind = targetStatus.mode() & FileStatus.KIND;
        }
        return targetStatus;
    }

    private int kind(ThreadState thread, boolean followLinks) {
        if (linkKind == 0) {
            linkKind = Blocking.orFail(thread, () -> PosixPaths.files(thread).kind(hostPath, false));
        }
        if (!followLinks || linkKind != FileStatus.SYMBOLIC_LINK) {
            return linkKind;
        }
        if (targetKind == 0) {
            targetKind = Blocking.orFail(thread, () -> PosixPaths.files(thread).kind(hostPath, true));
        }
        return targetKind;
    }

    private boolean is(ThreadState thread, int kind, boolean followLinks) {
        try {
            return kind(thread, followLinks) == kind;
        } catch (HostException e) {
            if (e.errno() == Errno.ENOENT.number()) {
                return false;
            }
            throw HostErrors.of(thread, e, path);
        }
    }

    @PythonMethod("is_dir($self, /, *, follow_symlinks=True)")
    boolean isDir(ThreadState thread, boolean followLinks) {
        return is(thread, FileStatus.DIRECTORY, followLinks);
    }

    @PythonMethod("is_file($self, /, *, follow_symlinks=True)")
    boolean isFile(ThreadState thread, boolean followLinks) {
        return is(thread, FileStatus.REGULAR, followLinks);
    }

    @PythonMethod("is_symlink($self, /)")
    boolean isSymlink(ThreadState thread) {
        return is(thread, FileStatus.SYMBOLIC_LINK, false);
    }

    @PythonMethod("stat($self, /, *, follow_symlinks=True)")
    PyObject stat(ThreadState thread, boolean followLinks) {
        try {
            if (!followLinks || !linkStatus(thread).is(FileStatus.SYMBOLIC_LINK)) {
                linkResult = linkResult == null ? StatResults.of(linkStatus(thread)) : linkResult;
                return linkResult;
            }
            targetResult = targetResult == null ? StatResults.of(status(thread, true)) : targetResult;
            return targetResult;
        } catch (HostException e) {
            throw HostErrors.of(thread, e, path);
        }
    }

    @PythonMethod("inode($self, /)")
    long inode(ThreadState thread) {
        try {
            return linkStatus(thread).inode();
        } catch (HostException e) {
            throw HostErrors.of(thread, e, path);
        }
    }

    @PythonMethod("__fspath__($self, /)")
    PyObject fsPath() {
        return path;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        return PyStr.of("<DirEntry " + Objects.repr(thread, name) + ">");
    }

    @PythonClassMethod("__class_getitem__($type, item, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject item) {
        return PyGenericAlias.of(thread, type, item);
    }

    @PythonMethod("__reduce_ex__($self, protocol, /)")
    PyObject reduceEx(PyObject protocol) {
        throw PyErr.typeError("cannot pickle 'posix.DirEntry' object");
    }
}
