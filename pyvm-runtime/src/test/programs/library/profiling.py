# What profilers are told: calls and returns of Python functions, and of built-in ones.
import _lsprof
import cProfile
import io
import pstats
import re
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def work():
    lengths = []
    for word in ("a", "bc", "def"):
        lengths.append(len(word))
    sorted(lengths, key=lambda x: -x)
    try:
        "x".index("y")
    except ValueError:
        pass
    max(*lengths, default=0) if not lengths else print(*lengths, sep=",")
    return sum(fib(i) for i in range(4))


events = []


def record(frame, event, argument):
    events.append((frame.f_code.co_name, event, getattr(argument, "__name__", argument)))


sys.setprofile(record)
work()
sys.setprofile(None)
for event in events:
    print(*event)

profiler = cProfile.Profile()
print(profiler.runcall(work))
out = io.StringIO()
pstats.Stats(profiler, stream=out).sort_stats("name").print_stats()
print(re.sub(r"[^ (]*[/\\]", "", re.sub(r"\d\.\d{3}", "T", out.getvalue())))
for entry in sorted(profiler.getstats(), key=lambda e: str(e.code)):
    name = getattr(entry.code, "co_name", entry.code)
    callees = sorted((getattr(c.code, "co_name", c.code), c.callcount, c.reccallcount) for c in entry.calls or ())
    print(name, entry.callcount, entry.reccallcount, entry.totaltime >= entry.inlinetime >= 0, callees)

ticks = iter(range(1000))
counting = _lsprof.Profiler(lambda: next(ticks), 0.5, builtins=False)
counting.enable(builtins=False)
fib(2)
counting.disable()
print([(e.code.co_name, e.callcount, e.totaltime, e.inlinetime) for e in counting.getstats()])
counting.clear()
print(counting.getstats(), sys.getprofile())
