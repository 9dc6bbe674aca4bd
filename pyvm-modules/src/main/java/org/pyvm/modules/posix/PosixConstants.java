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
            + " POSIX_SPAWN_DUP2 2 EFD_CLOEXEC 524288 EFD_NONBLOCK 2048 EFD_SEMAPHORE 1"
            + " MFD_CLOEXEC 1 MFD_ALLOW_SEALING 2 MFD_HUGETLB 4 MFD_HUGE_SHIFT 26 MFD_HUGE_MASK 63"
            + ""
            + ""
            + ""
            + ""
            + ""
            + " POSIX_FADV_DONTNEED 4 POSIX_FADV_NOREUSE 5 POSIX_FADV_NORMAL 0 POSIX_FADV_RANDOM 1"
            + " POSIX_FADV_SEQUENTIAL 2 POSIX_FADV_WILLNEED 3 RWF_APPEND 16 RWF_DSYNC 2 RWF_HIPRI 1 RWF_NOWAIT 8"
            + " RWF_SYNC 4 SPLICE_F_MORE 4 SPLICE_F_MOVE 1 SPLICE_F_NONBLOCK 2 XATTR_CREATE 1 XATTR_REPLACE 2"
            + " XATTR_SIZE_MAX 65536";

    static final String SYSCONF =
            "SC_2_CHAR_TERM 95 SC_2_C_BIND 47 SC_2_C_DEV 48 SC_2_C_VERSION 96 SC_2_FORT_DEV 49 SC_2_FORT_RUN 50"
                    + " SC_2_LOCALEDEF 52 SC_2_SW_DEV 51 SC_2_UPE 97 SC_2_VERSION 46 SC_AIO_LISTIO_MAX 23 SC_AIO_MAX 24"
                    + " SC_AIO_PRIO_DELTA_MAX 25 SC_ARG_MAX 0 SC_ASYNCHRONOUS_IO 12 SC_ATEXIT_MAX 87 SC_AVPHYS_PAGES 86"
                    + " SC_BC_BASE_MAX 36 SC_BC_DIM_MAX 37 SC_BC_SCALE_MAX 38 SC_BC_STRING_MAX 39 SC_CHARCLASS_NAME_MAX 45"
                    + " SC_CHAR_BIT 101 SC_CHAR_MAX 102 SC_CHAR_MIN 103 SC_CHILD_MAX 1 SC_CLK_TCK 2 SC_COLL_WEIGHTS_MAX 40"
                    + " SC_DELAYTIMER_MAX 26 SC_EQUIV_CLASS_MAX 41 SC_EXPR_NEST_MAX 42 SC_FSYNC 15 SC_GETGR_R_SIZE_MAX 69"
                    + " SC_GETPW_R_SIZE_MAX 70 SC_INT_MAX 104 SC_INT_MIN 105 SC_IOV_MAX 60 SC_JOB_CONTROL 7 SC_LINE_MAX 43"
                    + " SC_LOGIN_NAME_MAX 71 SC_LONG_BIT 106 SC_MAPPED_FILES 16 SC_MB_LEN_MAX 108 SC_MEMLOCK 17"
                    + " SC_MEMLOCK_RANGE 18 SC_MEMORY_PROTECTION 19 SC_MESSAGE_PASSING 20 SC_MINSIGSTKSZ 249"
                    + " SC_MQ_OPEN_MAX 27 SC_MQ_PRIO_MAX 28 SC_NGROUPS_MAX 3 SC_NL_ARGMAX 119 SC_NL_LANGMAX 120"
                    + " SC_NL_MSGMAX 121 SC_NL_NMAX 122 SC_NL_SETMAX 123 SC_NL_TEXTMAX 124 SC_NPROCESSORS_CONF 83"
                    + " SC_NPROCESSORS_ONLN 84 SC_NZERO 109 SC_OPEN_MAX 4 SC_PAGESIZE 30 SC_PAGE_SIZE 30 SC_PASS_MAX 88"
                    + " SC_PHYS_PAGES 85 SC_PII 53 SC_PII_INTERNET 56 SC_PII_INTERNET_DGRAM 62 SC_PII_INTERNET_STREAM 61"
                    + " SC_PII_OSI 57 SC_PII_OSI_CLTS 64 SC_PII_OSI_COTS 63 SC_PII_OSI_M 65 SC_PII_SOCKET 55 SC_PII_XTI 54"
                    + " SC_POLL 58 SC_PRIORITIZED_IO 13 SC_PRIORITY_SCHEDULING 10 SC_REALTIME_SIGNALS 9 SC_RE_DUP_MAX 44"
                    + " SC_RTSIG_MAX 31 SC_SAVED_IDS 8 SC_SCHAR_MAX 111 SC_SCHAR_MIN 112 SC_SELECT 59 SC_SEMAPHORES 21"
                    + " SC_SEM_NSEMS_MAX 32 SC_SEM_VALUE_MAX 33 SC_SHARED_MEMORY_OBJECTS 22 SC_SHRT_MAX 113 SC_SHRT_MIN"
                    + " 114 SC_SIGQUEUE_MAX 34 SC_SSIZE_MAX 110 SC_STREAM_MAX 5 SC_SYNCHRONIZED_IO 14 SC_THREADS 67"
                    + " SC_THREAD_ATTR_STACKADDR 77 SC_THREAD_ATTR_STACKSIZE 78 SC_THREAD_DESTRUCTOR_ITERATIONS 73"
                    + " SC_THREAD_KEYS_MAX 74 SC_THREAD_PRIORITY_SCHEDULING 79 SC_THREAD_PRIO_INHERIT 80"
                    + " SC_THREAD_PRIO_PROTECT 81 SC_THREAD_PROCESS_SHARED 82 SC_THREAD_SAFE_FUNCTIONS 68"
                    + " SC_THREAD_STACK_MIN 75 SC_THREAD_THREADS_MAX 76 SC_TIMERS 11 SC_TIMER_MAX 35 SC_TTY_NAME_MAX 72"
                    + " SC_TZNAME_MAX 6 SC_T_IOV_MAX 66 SC_UCHAR_MAX 115 SC_UINT_MAX 116 SC_UIO_MAXIOV 60 SC_ULONG_MAX 117"
                    + " SC_USHRT_MAX 118 SC_VERSION 29 SC_WORD_BIT 107 SC_XBS5_ILP32_OFF32 125 SC_XBS5_ILP32_OFFBIG 126"
                    + " SC_XBS5_LP64_OFF64 127 SC_XBS5_LPBIG_OFFBIG 128 SC_XOPEN_CRYPT 92 SC_XOPEN_ENH_I18N 93"
                    + " SC_XOPEN_LEGACY 129 SC_XOPEN_REALTIME 130 SC_XOPEN_REALTIME_THREADS 131 SC_XOPEN_SHM 94"
                    + " SC_XOPEN_UNIX 91 SC_XOPEN_VERSION 89 SC_XOPEN_XCU_VERSION 90 SC_XOPEN_XPG2 98 SC_XOPEN_XPG3 99"
                    + " SC_XOPEN_XPG4 100";

    static final String PATHCONF =
            "PC_ALLOC_SIZE_MIN 18 PC_ASYNC_IO 10 PC_CHOWN_RESTRICTED 6 PC_FILESIZEBITS 13 PC_LINK_MAX 0 PC_MAX_CANON 1"
                    + " PC_MAX_INPUT 2 PC_NAME_MAX 3 PC_NO_TRUNC 7 PC_PATH_MAX 4 PC_PIPE_BUF 5 PC_PRIO_IO 11"
                    + " PC_REC_INCR_XFER_SIZE 14 PC_REC_MAX_XFER_SIZE 15 PC_REC_MIN_XFER_SIZE 16 PC_REC_XFER_ALIGN 17"
                    + " PC_SOCK_MAXBUF 12 PC_SYMLINK_MAX 19 PC_SYNC_IO 9 PC_VDISABLE 8";

    static final String CONFSTR =
            "CS_GNU_LIBC_VERSION 2 CS_GNU_LIBPTHREAD_VERSION 3 CS_LFS64_CFLAGS 1004 CS_LFS64_LDFLAGS 1005"
                    + " CS_LFS64_LIBS 1006 CS_LFS64_LINTFLAGS 1007 CS_LFS_CFLAGS 1000 CS_LFS_LDFLAGS 1001 CS_LFS_LIBS 1002"
                    + " CS_LFS_LINTFLAGS 1003 CS_PATH 0 CS_XBS5_ILP32_OFF32_CFLAGS 1100 CS_XBS5_ILP32_OFF32_LDFLAGS 1101"
                    + " CS_XBS5_ILP32_OFF32_LIBS 1102 CS_XBS5_ILP32_OFF32_LINTFLAGS 1103 CS_XBS5_ILP32_OFFBIG_CFLAGS 1104"
                    + " CS_XBS5_ILP32_OFFBIG_LDFLAGS 1105 CS_XBS5_ILP32_OFFBIG_LIBS 1106 CS_XBS5_ILP32_OFFBIG_LINTFLAGS"
                    + " 1107 CS_XBS5_LP64_OFF64_CFLAGS 1108 CS_XBS5_LP64_OFF64_LDFLAGS 1109 CS_XBS5_LP64_OFF64_LIBS 1110"
                    + " CS_XBS5_LP64_OFF64_LINTFLAGS 1111 CS_XBS5_LPBIG_OFFBIG_CFLAGS 1112 CS_XBS5_LPBIG_OFFBIG_LDFLAGS"
                    + " 1113 CS_XBS5_LPBIG_OFFBIG_LIBS 1114 CS_XBS5_LPBIG_OFFBIG_LINTFLAGS 1115";

    /** What {@code os} derives its {@code supports_*} sets from. */
    private static final String[] FUNCTIONS = {
        "HAVE_EVENTFD",
        "HAVE_MEMFD_CREATE",
        "HAVE_FACCESSAT",
        "HAVE_FCHDIR",
        "HAVE_FCHMOD",
        "HAVE_FCHMODAT",
        "HAVE_FCHOWN",
        "HAVE_FCHOWNAT",
        "HAVE_FDOPENDIR",
        "HAVE_FPATHCONF",
        "HAVE_FSTATAT",
        "HAVE_FSTATVFS",
        "HAVE_FTRUNCATE",
        "HAVE_FUTIMENS",
        "HAVE_LINKAT",
        "HAVE_LCHOWN",
        "HAVE_LSTAT",
        "HAVE_LUTIMES",
        "HAVE_MKDIRAT",
        "HAVE_MKFIFOAT",
        "HAVE_MKNODAT",
        "HAVE_OPENAT",
        "HAVE_READLINKAT",
        "HAVE_RENAMEAT",
        "HAVE_SYMLINKAT",
        "HAVE_UNLINKAT",
        "HAVE_UTIMENSAT"
    };

    private PosixConstants() {}

    static void define(PyDict dict) {
        put(dict, NUMBERS);
        dict.put("sysconf_names", put(new PyDict(), SYSCONF));
        dict.put("pathconf_names", put(new PyDict(), PATHCONF));
        dict.put("confstr_names", put(new PyDict(), CONFSTR));
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
