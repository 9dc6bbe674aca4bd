package org.pyvm.modules.posix;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;

/** {@code spwd}: the passwords of the users, for who may read them. */
@PythonModule("spwd")
public final class SpwdModule {
    private static final String FILE = "/etc/shadow";
    private static final int FIELDS = 9;
    /** Past the frames of importlib's, to who imports. */
    private static final int IMPORTER = 7;

    private static final PyStructSequence.Definition STRUCT = new PyStructSequence.Definition(
            "spwd",
            "struct_spwd",
            FIELDS,
            "sp_namp",
            "sp_pwdp",
            "sp_lstchg",
            "sp_min",
            "sp_max",
            "sp_warn",
            "sp_inact",
            "sp_expire",
            "sp_flag",
            "sp_nam",
            "sp_pwd");

    @PythonConstant("struct_spwd")
    static final PyObject STRUCT_TYPE = STRUCT.type();

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        Warnings.warn(
                thread,
                Exceptions.DEPRECATION_WARNING,
                "'spwd' is deprecated and slated for removal in Python 3.13",
                IMPORTER);
    }

    /** A number that is not set is -1. */
    private static PyObject entry(String[] fields) {
        PyObject[] values = new PyObject[FIELDS + 2];
        for (int i = 0; i < FIELDS; i++) {
            values[i] = i < 2 ? PyStr.of(fields[i]) : PyInt.of(fields[i].isEmpty() ? -1 : Long.parseLong(fields[i]));
        }
        values[FIELDS] = values[0];
        values[FIELDS + 1] = values[1];
        return STRUCT.of(values);
    }

    @PythonFunction("getspall()")
    PyObject all(ThreadState thread) {
        PyList users = new PyList();
        for (String[] fields : AccountFile.read(thread, FILE, FIELDS)) {
            users.append(entry(fields));
        }
        return users;
    }

    @PythonFunction("getspnam(arg, /)")
    PyObject byName(ThreadState thread, PyObject arg) {
        if (!(arg instanceof PyStr name)) {
            throw PyErr.typeError("getspnam() argument must be str, not %T", arg);
        }
        String wanted = PathArgument.text(thread, name);
        for (String[] fields : AccountFile.read(thread, FILE, FIELDS)) {
            if (fields[0].equals(wanted)) {
                return entry(fields);
            }
        }
        throw PyErr.of(Exceptions.KEY_ERROR, "getspnam(): name not found");
    }
}
