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

/** {@code grp}: the groups of the machine. */
@PythonModule("grp")
public final class GrpModule {
    private static final PyStructSequence.Definition STRUCT =
            new PyStructSequence.Definition("grp", "struct_group", "gr_name", "gr_passwd", "gr_gid", "gr_mem");

    @PythonConstant("struct_group")
    static final PyObject STRUCT_TYPE = STRUCT.type();

    private static PyObject entry(String[] fields) {
        PyList members = new PyList();
        for (String member : fields[3].split(",")) {
            if (!member.isEmpty()) {
                members.append(PyStr.of(member));
            }
        }
        return STRUCT.of(PyStr.of(fields[0]), PyStr.of(fields[1]), PyInt.of(Long.parseLong(fields[2])), members);
    }

    @PythonFunction("getgrall()")
    PyObject all(ThreadState thread) {
        PyList groups = new PyList();
        for (String[] fields : AccountFile.read(thread, "/etc/group", 4)) {
            groups.append(entry(fields));
        }
        return groups;
    }

    @PythonFunction("getgrgid(id)")
    PyObject byId(ThreadState thread, PyObject gid) {
        long id;
        try {
            id = PosixPaths.id(thread, gid, "gid") & 0xFFFFFFFFL;
        } catch (PyErr e) {
            if (e.matches(Exceptions.OVERFLOW_ERROR)) {
                throw PyErr.of(Exceptions.KEY_ERROR, "getgrgid(): gid not found");
            }
            throw e;
        }
        for (String[] fields : AccountFile.read(thread, "/etc/group", 4)) {
            if (fields[2].equals(Long.toString(id))) {
                return entry(fields);
            }
        }
        throw PyErr.of(Exceptions.KEY_ERROR, "getgrgid(): gid not found: %s", id == 0xFFFFFFFFL ? -1 : id);
    }

    @PythonFunction("getgrnam(name)")
    PyObject byName(ThreadState thread, PyStr name) {
        String wanted = PathArgument.text(thread, name);
        for (String[] fields : AccountFile.read(thread, "/etc/group", 4)) {
            if (fields[0].equals(wanted)) {
                return entry(fields);
            }
        }
        throw PyErr.of(Exceptions.KEY_ERROR, "getgrnam(): name not found: %r", name);
    }
}
