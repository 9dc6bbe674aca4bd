# Programs that are started get open files by number, with their positions, and the attributes that are asked for.
import os, resource, subprocess, tempfile


def sh(command, **options):
    return subprocess.run(["sh", "-c", command], stdout=subprocess.PIPE, **options).stdout


with tempfile.TemporaryFile() as log:
    log.write(b"first\n")
    log.flush()
    for word in "one", "two":
        subprocess.call(["echo", word], stdout=log)
    log.write(b"last\n")
    log.seek(6)
    print(sh("head -c 4 >/dev/null; echo read", stdin=log), log.tell() > 6)
    log.seek(0)
    print(log.read())
reader, writer = os.pipe()
os.write(writer, b"before ")
print(subprocess.call(["sh", "-c", f"echo passed >&{writer}"], pass_fds=[writer]))
os.close(writer)
print(os.read(reader, 100), os.read(reader, 100))
print(subprocess.check_output(["other", "-c", "echo $0"], executable="/bin/sh"))
print(sh("umask", umask=0o27), sh("kill -9 $$; echo no"), subprocess.call(["sh", "-c", "kill -9 $$"]))
for options in {"start_new_session": True}, {"process_group": 0}:
    child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, **options)
    print(os.getpgid(child.pid) == child.pid, os.getsid(child.pid) == child.pid, child.communicate(b""), child.returncode)
for path, arguments in ("/bin/sh", ["sh", "-c", "exit 3"]), ("/nowhere", ["x"]), ("/bin/sh", ["sh", "-c", "kill $$"]):
    print(os.spawnv(os.P_WAIT, path, arguments))
print(os.spawnlpe(os.P_WAIT, "sh", "sh", "-c", "exit $N", {"N": "4", "PATH": os.environ["PATH"]}))
child = os.spawnlp(os.P_NOWAIT, "sh", "sh", "-c", "exit 1")
pid, status, usage = os.wait4(child, 0)
print(pid == child, status, usage.ru_maxrss > 0, type(usage) is resource.struct_rusage)
child = os.posix_spawn("/bin/true", ["true"], os.environ, setsigmask=[10], setsigdef=[15], setpgroup=0)
print(os.waitpid(child, 0) == (child, 0))
for wrong in {"setsigmask": [0]}, {"setsigdef": ["a"]}, {"scheduler": (1,)}, {"setpgroup": None}, {"scheduler": (None, 5)}:
    try:
        os.posix_spawn("/bin/true", ["true"], os.environ, **wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for options in {"cwd": "/nowhere"}, {"executable": "/nowhere"}:
    try:
        subprocess.call(["true"], **options)
    except OSError as error:
        print(error)
