package org.pyvm.modules.posix;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyModule;

/** {@code posix}: what {@code os} gives to programs. Its functions are in the parts. */
@PythonModule(
        value = "posix",
        parts = {
            PosixDescriptors.class,
            PosixTransfers.class,
            PosixSystemFiles.class,
            PosixPaths.class,
            PosixExtended.class,
            PosixProcesses.class,
            PosixPrograms.class,
            PosixSpawn.class,
            PosixIdentity.class,
            PosixScheduling.class,
            PosixMachine.class
        })
public final class PosixModule {
    @PythonConstant("error")
    static final PyObject ERROR = Exceptions.OS_ERROR;

    @PythonConstant("DirEntry")
    static final PyObject DIR_ENTRY = DirEntry.TYPE;

    @PythonConstant("stat_result")
    static final PyObject STAT_RESULT = StatResults.STAT.type();

    @PythonConstant("statvfs_result")
    static final PyObject STATVFS_RESULT = StatResults.VFS.type();

    @PythonConstant("terminal_size")
    static final PyObject TERMINAL_SIZE = PosixDescriptors.TERMINAL_SIZE.type();

    @PythonConstant("uname_result")
    static final PyObject UNAME_RESULT = PosixMachine.UNAME.type();

    @PythonConstant("times_result")
    static final PyObject TIMES_RESULT = PosixMachine.TIMES.type();

    @PythonConstant("waitid_result")
    static final PyObject WAITID_RESULT = PosixPrograms.WAITID.type();

    @PythonConstant("sched_param")
    static final PyObject SCHED_PARAM = PosixMachine.SCHED_PARAM.type();

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        PosixConstants.define(module.dict());
        module.dict().put("environ", PosixMachine.environ(thread));
    }

    /** Functions to be called around {@code fork}, which there is none of: they are checked and never called. */
    @PythonFunction("register_at_fork(*, before=<unrepresentable>, after_in_child=<unrepresentable>,"
            + " after_in_parent=<unrepresentable>)")
    static void registerAtFork(PyObject before, PyObject afterInChild, PyObject afterInParent) {
        if (before == null && afterInChild == null && afterInParent == null) {
            throw PyErr.typeError("At least one argument is required.");
        }
        check("before", before);
        check("after_in_child", afterInChild);
        check("after_in_parent", afterInParent);
    }

    private static void check(String name, PyObject function) {
        if (function != null && !Calls.isCallable(function)) {
            throw PyErr.typeError("'%s' must be callable, not %T", name, function);
        }
    }
}
