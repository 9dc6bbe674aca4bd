"""Times a function inside one process: warm up until the machine has had its chance to compile, then measure.

Options of every program, for those who compare machines (the defaults are for a person):

    --quick         run it once, to see that it works
    --warm-up S     seconds before the first measurement
    --rounds N      number of measurements
    --size N        calls of run() in one measurement
    --json          print all measurements: seconds by the clock, and of CPU time of this
                    thread; then the CPU time of the process
"""
import sys
from time import perf_counter, process_time, thread_time

WARM_UP_SECONDS = 4.0
ROUNDS = 15


def option(name, otherwise):
    return type(otherwise)(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else otherwise


def measure(run, expected):
    """Calls run() over and over and prints the median of the seconds that one call takes.

    run() must return expected every time: a machine that computes something else is not fast.
    """
    if "--quick" in sys.argv:
        check(run(), expected)
        print("ok")
        return
    size = option("--size", 1)
    start = perf_counter()
    while perf_counter() - start < option("--warm-up", WARM_UP_SECONDS):
        check(run(), expected)
    wall, cpu = [], []
    for _ in range(option("--rounds", ROUNDS)):
        cpu_start, start = thread_time(), perf_counter()
        for _ in range(size):
            result = run()
        end, cpu_end = perf_counter(), thread_time()
        wall.append(end - start)
        cpu.append(cpu_end - cpu_start)
        check(result, expected)
    if "--json" in sys.argv:
        print(f'{{"wall": {wall}, "cpu": {cpu}, "process": {process_time()}}}')
    else:
        print(f"{sorted(wall)[len(wall) // 2]:.6f}")


def check(result, expected):
    if result != expected:
        raise SystemExit(f"wrong result: {result!r}, not {expected!r}")
