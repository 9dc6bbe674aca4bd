package org.pyvm.modules.dbm;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code _dbm}. The library opens the files itself, past the host's: who allows native code has allowed it those. */
@PythonModule("_dbm")
public final class DbmModule {
    private DbmLibrary library;
    private PyType error;

    DbmModule() {}

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        try {
            library = DbmLibrary.open(thread.interpreter().service(Host.class).natives());
        } catch (HostException e) {
            // Also where native code is not allowed: dbm goes on without a module that cannot be imported.
            throw PyErr.importError("_dbm needs the system's Berkeley DB or gdbm library: %s", e.strerror());
        }
        PyDict namespace = new PyDict();
        namespace.put("__module__", PyStr.intern("_dbm"));
        error = (PyType)
                Calls.call(thread, PyType.TYPE, PyStr.intern("error"), PyTuple.of(Exceptions.OS_ERROR), namespace);
        module.dict().put("error", error);
        module.dict().put("library", PyStr.of(library.name()));
    }

    @PythonFunction("open(filename, flags='r', mode=438, /)")
    PyObject open(ThreadState thread, PyObject filename, String flags, int mode) {
        PyObject path = FileSystemPaths.fsPath(thread, filename);
        String text = path instanceof PyStr str
                ? FileSystemPaths.toHost(str)
                : FileSystemPaths.toHost(((PyBytes) path).bytesUnsafe());
        if (text.indexOf('\0') >= 0) {
            throw PyErr.valueError("embedded null byte");
        }
        int bits = switch (flags.isEmpty() ? 0 : flags.charAt(0)) {
            case 'r' -> OpenFlags.READ_ONLY;
            case 'w' -> OpenFlags.READ_WRITE;
            case 'c' -> OpenFlags.READ_WRITE | OpenFlags.CREATE;
            case 'n' -> OpenFlags.READ_WRITE | OpenFlags.CREATE | OpenFlags.TRUNCATE;
            default -> throw PyErr.of(error, "arg 2 to open should be 'r', 'w', 'c', or 'n'");
        };
        String absolute = text.startsWith("/")
                ? text
                : thread.interpreter().service(Host.class).files().currentDirectory() + "/" + text;
        try {
            return new PyDbm(thread, library, error, library.open(FileSystemPaths.toBytes(absolute), bits, mode));
        } catch (HostException e) {
            throw new PyErr(
                    (PyBaseException) Calls.call(thread, error, PyInt.of(e.errno()), PyStr.of(e.strerror()), path));
        }
    }
}
