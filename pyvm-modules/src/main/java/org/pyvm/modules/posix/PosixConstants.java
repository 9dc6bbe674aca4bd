package org.pyvm.modules.posix;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** The numbers of {@code posix}, Linux's. */
public final class PosixConstants {
    /** Names and numbers in turn, by blanks. */
    private static final String NUMBERS = "F_OK 0 R_OK 4 W_OK 2 X_OK 1 NGROUPS_MAX 65536 TMP_MAX 238328"
            + " WCONTINUED 8 WNOHANG 1 WUNTRACED 2 WEXITED 4 WNOWAIT 16777216 WSTOPPED 2"
            + " O_RDONLY 0 O_WRONLY 1 O_RDWR 2 O_NDELAY 2048 O_NONBLOCK 2048 O_APPEND 1024 O_DSYNC 4096"
            + " O_RSYNC 1052672 O_SYNC 1052672 O_NOCTTY 256 O_CREAT 64 O_EXCL 128 O_TRUNC 512 O_LARGEFILE 0"
            + " O_PATH 2097152 O_TMPFILE 4259840 O_CLOEXEC 524288 O_ACCMODE 3 O_ASYNC 8192 O_DIRECT 16384"
            + " O_DIRECTORY 65536 O_NOFOLLOW 131072 O_NOATIME 262144 O_FSYNC 1052672"
            + " PRIO_PROCESS 0 PRIO_PGRP 1 PRIO_USER 2 SEEK_DATA 3 SEEK_HOLE 4"
            + " EX_OK 0 EX_USAGE 64 EX_DATAERR 65 EX_NOINPUT 66 EX_NOUSER 67 EX_NOHOST 68 EX_UNAVAILABLE 69"
            + " EX_SOFTWARE 70 EX_OSERR 71 EX_OSFILE 72 EX_CANTCREAT 73 EX_IOERR 74 EX_TEMPFAIL 75"
            + " EX_PROTOCOL 76 EX_NOPERM 77 EX_CONFIG 78"
            + " ST_RDONLY 1 ST_NOSUID 2 ST_NODEV 4 ST_NOEXEC 8 ST_SYNCHRONOUS 16 ST_MANDLOCK 64 ST_WRITE 128"
            + " ST_APPEND 256 ST_NOATIME 1024 ST_NODIRATIME 2048 ST_RELATIME 4096"
            + " P_ALL 0 P_PID 1 P_PGID 2 P_PIDFD 3 CLD_EXITED 1 CLD_KILLED 2 CLD_DUMPED 3 CLD_TRAPPED 4"
            + " CLD_STOPPED 5 CLD_CONTINUED 6 F_LOCK 1 F_TLOCK 2 F_ULOCK 0 F_TEST 3"
            + " SCHED_OTHER 0 SCHED_FIFO 1 SCHED_RR 2 SCHED_BATCH 3 SCHED_IDLE 5 SCHED_RESET_ON_FORK 1073741824"
            + " RTLD_LAZY 1 RTLD_NOW 2 RTLD_GLOBAL 256 RTLD_LOCAL 0 RTLD_NODELETE 4096 RTLD_NOLOAD 4"
            + " RTLD_DEEPBIND 8 GRND_RANDOM 2 GRND_NONBLOCK 1 POSIX_SPAWN_OPEN 0 POSIX_SPAWN_CLOSE 1"
            + " POSIX_SPAWN_DUP2 2";

    static final String SYSCONF = "SC_ARG_MAX 0 SC_CHILD_MAX 1 SC_CLK_TCK 2 SC_NGROUPS_MAX 3 SC_OPEN_MAX 4"
            + " SC_IOV_MAX 60 SC_NPROCESSORS_CONF 83 SC_NPROCESSORS_ONLN 84 SC_PAGESIZE 30 SC_PAGE_SIZE 30"
            + " SC_PHYS_PAGES 85 SC_SEM_NSEMS_MAX 32";

    static final String PATHCONF = "PC_LINK_MAX 0 PC_MAX_CANON 1 PC_MAX_INPUT 2 PC_NAME_MAX 3 PC_PATH_MAX 4"
            + " PC_PIPE_BUF 5 PC_CHOWN_RESTRICTED 6 PC_NO_TRUNC 7 PC_VDISABLE 8";

    /** What {@code os} derives its {@code supports_*} sets from. */
    private static final String[] FUNCTIONS = {
        "HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN", "HAVE_FCHOWNAT",
        "HAVE_FDOPENDIR", "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS",
        "HAVE_LINKAT", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MKDIRAT", "HAVE_MKFIFOAT",
        "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT"
    };

    private PosixConstants() {}

    static void define(PyDict dict) {
        put(dict, NUMBERS);
        dict.put("sysconf_names", put(new PyDict(), SYSCONF));
        dict.put("pathconf_names", put(new PyDict(), PATHCONF));
        PyList functions = PyList.withCapacity(FUNCTIONS.length);
        for (String name : FUNCTIONS) {
            functions.append(PyStr.intern(name));
        }
        dict.put("_have_functions", functions);
    }

    /** Puts what a table of names and numbers says. */
    public static PyDict put(PyDict dict, String table) {
        int at = 0;
        while (at < table.length()) {
            int blank = table.indexOf(' ', at);
            int end = table.indexOf(' ', blank + 1);
            end = end < 0 ? table.length() : end;
            dict.put(table.substring(at, blank), PyInt.of(Long.parseLong(table, blank + 1, end, 10)));
            at = end + 1;
        }
        return dict;
    }

    /** The number of a configuration value, given itself or by name. */
    static int configurationName(ThreadState thread, PyObject name, String table) {
        if (name instanceof PyInt) {
            return Convert.toInt(thread, name);
        }
        if (!(name instanceof PyStr text)) {
            throw PyErr.typeError("configuration names must be strings or integers");
        }
        PyObject number = put(new PyDict(), table).get(text);
        if (number == null) {
            throw PyErr.valueError("unrecognized configuration name");
        }
        return Convert.toInt(thread, number);
    }
}
