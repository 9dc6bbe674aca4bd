# What functions of os make of numbers and paths at the edge of what they take.
import os, warnings

warnings.simplefilter("ignore")


def attempt(action):
    try:
        print(action())
    except (OSError, TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


for arguments in (), (1, 2), (-1,), ("a",):
    attempt(lambda: os.sched_param(*arguments))
attempt(lambda: os.sched_param(sched_priority=3))
attempt(lambda: os.sched_setparam(0, os.sched_param("a")))
for function in os.major, os.minor:
    for number in -1, 2**64, 2**63, "a", 1.5:
        attempt(lambda: function(number))
for numbers in (-1, 0), (2**32, 0), (1, "a"), (5, 7), (4095, 2**20):
    attempt(lambda: os.makedev(*numbers))
attempt(lambda: os.chown("missing", -1, -1))
for wrong in {"resetids": None}, {"setsid": "a"}:
    attempt(lambda: os.posix_spawn("/bin/true", ["true"], {}, **wrong))
attempt(lambda: os.stat(bytearray(b"/")).st_mode == os.stat("/").st_mode)
attempt(lambda: os.rename(bytearray(b"missing"), "other"))
for path in memoryview(b"/\0"), b"/\0", "/\0":
    attempt(lambda: os.stat(path))
child = os.spawnlp(os.P_NOWAIT, "sh", "sh", "-c", "exit 5")
for options in os.WEXITED | os.WNOWAIT, os.WEXITED, os.WEXITED:
    attempt(lambda: [os.waitid(os.P_PID, child, options)[i] for i in (2, 3, 4)])
for function in (lambda: os.waitid(9, child, 4)), (lambda: os.waitid(os.P_ALL, 0, 0)), (lambda: os.waitpid(-1, 0)):
    attempt(function)
child = os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "100")
for signal, options in (19, os.WUNTRACED), (18, os.WCONTINUED), (9, 0):
    os.kill(child, signal)
    attempt(lambda: os.waitpid(child, options)[1])
