"""Times a function inside one process: warm up until the machine has had its chance to compile, then measure."""
import sys
from time import perf_counter

WARM_UP_SECONDS = 4.0
ROUNDS = 15


def measure(run, expected):
    """Calls run() over and over and prints the median of the seconds that one call takes.

    run() must return expected every time: a machine that computes something else is not fast.
    --quick runs it once, to see that it works.
    """
    if "--quick" in sys.argv:
        check(run(), expected)
        print("ok")
        return
    start = perf_counter()
    while perf_counter() - start < WARM_UP_SECONDS:
        check(run(), expected)
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        result = run()
        times.append(perf_counter() - start)
        check(result, expected)
    times.sort()
    print(f"{times[ROUNDS // 2]:.6f}")


def check(result, expected):
    if result != expected:
        raise SystemExit(f"wrong result: {result!r}, not {expected!r}")
