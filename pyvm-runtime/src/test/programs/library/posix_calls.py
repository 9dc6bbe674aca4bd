# File locks, data moved between descriptors, programs started: what of posix goes through the C library, or stands in for it.
import errno
import fcntl
import os
import stat
import struct
import sys
import tempfile

FLOCK = "hhlli4x"


def error(function, *args):
    try:
        return function(*args)
    except OSError as e:
        return errno.errorcode[e.errno]


def locks():
    with open("f", "r+b") as first, open("f", "r+b") as second:
        fcntl.flock(first, fcntl.LOCK_SH)
        print(error(fcntl.flock, second, fcntl.LOCK_SH | fcntl.LOCK_NB))
        print(error(fcntl.flock, second, fcntl.LOCK_EX | fcntl.LOCK_NB))
        fcntl.flock(first, fcntl.LOCK_UN)
        print(error(fcntl.flock, second, fcntl.LOCK_EX | fcntl.LOCK_NB))
        print(error(fcntl.flock, first, fcntl.LOCK_SH | fcntl.LOCK_NB))
    with open("f", "r+b") as file:
        print("free again", error(fcntl.flock, file, fcntl.LOCK_EX | fcntl.LOCK_NB))
        fcntl.lockf(file, fcntl.LOCK_EX, 4, 2)
        fcntl.lockf(file, fcntl.LOCK_EX, 4, 2)  # the process's own locks are in nobody's way here
        file.seek(3)
        print(error(os.lockf, file.fileno(), os.F_TEST, 4))
        fcntl.lockf(file, fcntl.LOCK_UN)
        asked = struct.pack(FLOCK, fcntl.F_WRLCK, os.SEEK_SET, 1, 3, 0)
        print(struct.unpack(FLOCK, fcntl.fcntl(file, fcntl.F_GETLK, asked)))
        print(fcntl.fcntl(file, fcntl.F_SETLK, asked) == asked)
        try:
            fcntl.lockf(file, 64)
        except ValueError as e:
            print(e)


def transfers():
    with open("f", "r+b") as source, open("g", "w+b") as target:
        print(os.sendfile(target.fileno(), source.fileno(), 2, 5), source.tell())
        print(os.copy_file_range(source.fileno(), target.fileno(), 4), source.tell())
        target.seek(0)
        print(target.read())
        buffers = [bytearray(3), bytearray(4)]
        print(os.preadv(source.fileno(), buffers, 1), buffers)
        print(os.pwritev(target.fileno(), [b"ab", b"cd"], 3))
        print(os.pread(target.fileno(), 20, 0))
        os.posix_fallocate(target.fileno(), 0, 100)
        print(os.fstat(target.fileno()).st_size)
        print(error(os.posix_fallocate, target.fileno(), 0, -1))
        print(os.posix_fadvise(target.fileno(), 0, 0, os.POSIX_FADV_RANDOM))
        print(error(os.posix_fadvise, target.fileno(), 0, 0, 99))
        reader, writer = os.pipe()
        print(os.splice(source.fileno(), writer, 5, offset_src=6), os.read(reader, 10))
        print(error(os.splice, source.fileno(), target.fileno(), 5))
        os.close(reader)
        os.close(writer)


def programs():
    pid = os.posix_spawnp("sh", ["sh", "-c", "exit 3"], os.environ)
    ended, status, usage = os.wait4(pid, 0)
    print(ended == pid, os.waitstatus_to_exitcode(status), len(usage))
    pid = os.posix_spawn("/bin/sh", ["sh", "-c", "kill -9 $$"], os.environ)
    result = os.waitid(os.P_PID, pid, os.WEXITED)
    print(result.si_pid == pid, result.si_status, result.si_code == os.CLD_KILLED, error(os.waitid, os.P_PID, pid, os.WEXITED))
    action = (os.POSIX_SPAWN_OPEN, 1, "out", os.O_WRONLY | os.O_CREAT, 0o644)
    pid = os.posix_spawn("/bin/sh", ["sh", "-c", "echo $WORD; echo lost >&2"], {"WORD": "said"},
                         file_actions=[action, (os.POSIX_SPAWN_DUP2, 1, 2)])
    os.waitpid(pid, 0)
    with open("out") as file:
        print(file.read().split())
    for call in (lambda: os.execv("nothing", ["nothing"]), lambda: os.execv("nothing", []), lambda: os.execv("nothing", "x")):
        try:
            call()
        except (OSError, ValueError, TypeError) as e:
            print(type(e).__name__, e)


def process():
    print(os.getpgid(0) == os.getpgrp(), os.getsid(0) == os.getsid(os.getpid()), error(os.getsid, 2**30))
    print(os.getpriority(os.PRIO_PROCESS, 0) == os.getpriority(os.PRIO_PROCESS, os.getpid()))
    print(all(isinstance(each, int) for each in os.getgroups()))
    print(os.sched_getaffinity(0) != set(), os.sched_get_priority_max(os.SCHED_FIFO), error(os.sched_get_priority_min, 99))
    print(os.confstr("CS_PATH"), os.sysconf("SC_VERSION"), os.pathconf(".", "PC_PATH_MAX"), error(os.pathconf, "none", 4))
    for call in (lambda: os.setuid(-2), lambda: os.setgid(2**32), lambda: os.seteuid("x"), lambda: os.confstr("CS_X")):
        try:
            call()
        except (OverflowError, TypeError, ValueError) as e:
            print(type(e).__name__, e)
    os.mknod("fifo", stat.S_IFIFO | 0o600)
    print(stat.filemode(os.stat("fifo").st_mode), error(os.getxattr, "f", "user.none") in ("ENODATA", "ENOTSUP"))


with tempfile.TemporaryDirectory() as folder:
    here = os.getcwd()
    os.chdir(folder)
    with open("f", "w") as file:
        file.write("hello world")
    locks()
    transfers()
    programs()
    process()
    os.chdir(here)

sys.stdout.flush()
os.execve("/bin/sh", ["sh", "-c", "echo $A $0 $1", "x", "y"], {"A": "a"})
