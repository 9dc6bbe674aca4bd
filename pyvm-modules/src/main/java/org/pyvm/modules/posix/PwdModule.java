package org.pyvm.modules.posix;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;

/** {@code pwd}: the users of the machine. */
@PythonModule("pwd")
public final class PwdModule {
    private static final PyStructSequence.Definition STRUCT = new PyStructSequence.Definition(
            "pwd", "struct_passwd", "pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell");

    @PythonConstant("struct_passwd")
    static final PyObject STRUCT_TYPE = STRUCT.type();

    private static PyObject entry(String[] fields) {
        return STRUCT.of(
                PyStr.of(fields[0]),
                PyStr.of(fields[1]),
                PyInt.of(Long.parseLong(fields[2])),
                PyInt.of(Long.parseLong(fields[3])),
                PyStr.of(fields[4]),
                PyStr.of(fields[5]),
                PyStr.of(fields[6]));
    }

    @PythonFunction("getpwall()")
    PyObject all(ThreadState thread) {
        PyList users = new PyList();
        for (String[] fields : AccountFile.read(thread, "/etc/passwd", 7)) {
            users.append(entry(fields));
        }
        return users;
    }

    @PythonFunction("getpwuid(uidobj, /)")
    PyObject byId(ThreadState thread, PyObject uid) {
        long id;
        try {
            id = PosixPaths.id(thread, uid, "uid") & 0xFFFFFFFFL;
        } catch (PyErr e) {
            if (e.matches(Exceptions.OVERFLOW_ERROR)) {
                throw PyErr.of(Exceptions.KEY_ERROR, "getpwuid(): uid not found");
            }
            throw e;
        }
        for (String[] fields : AccountFile.read(thread, "/etc/passwd", 7)) {
            if (fields[2].equals(Long.toString(id))) {
                return entry(fields);
            }
        }
        throw PyErr.of(Exceptions.KEY_ERROR, "getpwuid(): uid not found: %s", id == 0xFFFFFFFFL ? -1 : id);
    }

    @PythonFunction("getpwnam(name, /)")
    PyObject byName(ThreadState thread, PyStr name) {
        String wanted = PathArgument.text(thread, name);
        for (String[] fields : AccountFile.read(thread, "/etc/passwd", 7)) {
            if (fields[0].equals(wanted)) {
                return entry(fields);
            }
        }
        throw PyErr.of(Exceptions.KEY_ERROR, "getpwnam(): name not found: %r", name);
    }
}
