"""The measuring: a process for each program, machine and fork, in turns, so that what disturbs one disturbs all."""

import json
import os
import statistics
import subprocess
import sys
import time

PROGRAMS = os.path.join(os.path.dirname(__file__), "programs")


class Plan:
    """What to measure, and how long."""

    def __init__(self, programs, machines, *, sizes=(1,), forks=3, warm_up=3.0, rounds=9, cold=False, folder=PROGRAMS):
        self.programs = programs
        self.machines = machines
        self.sizes = sizes
        self.forks = forks
        self.warm_up = warm_up
        self.rounds = rounds
        self.cold = cold
        self.folder = folder

    def steps(self):
        """(program, size, machine) in the order of measuring."""
        return [
            (program, size, machine)
            for _ in range(self.forks)
            for program in self.programs
            for size in self.sizes
            for machine in self.machines
        ]


class Results:
    """Seconds that forks took, by row (program and size), machine and clock; and what failed."""

    def __init__(self):
        self.seconds = {}
        self.failures = {}

    def add(self, program, size, machine, wall, cpu):
        row = self.seconds.setdefault(row_name(program, size), {})
        for clock, value in (("wall", wall), ("cpu", cpu)):
            row.setdefault(machine, {}).setdefault(clock, []).append(value)

    def rows(self):
        return list(self.seconds)

    def of(self, row, machine, clock):
        """One value from each fork; empty when there is none."""
        return self.seconds.get(row, {}).get(machine, {}).get(clock, [])


def row_name(program, size):
    return program if size == 1 else f"{program} x{size}"


def available():
    """Names of the programs that are installed."""
    try:
        files = os.listdir(PROGRAMS)
    except OSError:
        return []
    return sorted(name[:-3] for name in files if name.endswith(".py") and name != "timing.py")


def run(plan, results, progress):
    """Runs a plan. `progress` is called before each step with its number, how many there are, and what it is.

    The results are complete for all steps that have ended, whatever ends the run.
    """
    steps = plan.steps()
    for number, (program, size, machine) in enumerate(steps):
        if (program, machine.name) in results.failures:
            continue
        progress(number, len(steps), f"{program}, {machine.name}")
        try:
            wall, cpu = _fork(plan, program, size, machine)
        except Failed as failure:
            results.failures[program, machine.name] = str(failure)
            continue
        results.add(program, size, machine.name, wall, cpu)
    progress(len(steps), len(steps), "")


class Failed(Exception):
    """A fork that did not come to its end, with the last line that it printed."""


def _fork(plan, program, size, machine):
    """Seconds by the clock and of CPU time: of one measurement when warm, of the whole process when cold."""
    warm_up, rounds = (0, 1) if plan.cold else (plan.warm_up, plan.rounds)
    command = machine.command + [os.path.join(plan.folder, program + ".py"), "--json"]
    command += ["--warm-up", str(warm_up), "--rounds", str(rounds), "--size", str(size)]
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment()
    )
    try:
        output, errors = process.communicate()
    except BaseException:
        process.kill()
        process.wait()
        raise
    end = time.perf_counter()
    if process.returncode:
        lines = errors.decode(errors="replace").split("\n")
        raise Failed(next((line for line in reversed(lines) if line), f"exit status {process.returncode}"))
    measured = json.loads(output)
    if plan.cold:
        return end - start, measured["process"]
    return statistics.median(measured["wall"]), statistics.median(measured["cpu"])


def _environment():
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    # Sources may be edited while programs run: no fork is to wait for a build.
    environment["PYVM_NO_BUILD"] = "1"
    environment["PYTHONHASHSEED"] = "0"
    return environment


class Bar:
    """A line on a terminal that tells how far the run is; silent elsewhere."""

    WIDTH = 30

    def __init__(self, stream=None):
        self.stream = sys.stderr if stream is None else stream
        self.start = time.monotonic()
        self.shown = self.stream.isatty()

    def __call__(self, done, steps, what):
        if not self.shown:
            return
        full = done * self.WIDTH // max(steps, 1)
        left = (time.monotonic() - self.start) / done * (steps - done) if done else 0
        remaining = f"{int(left) // 60}:{int(left) % 60:02} left" if done else ""
        self.stream.write(f"\r\x1b[K[{'#' * full}{'.' * (self.WIDTH - full)}] {done}/{steps} {remaining}  {what}")
        self.stream.flush()

    def clear(self):
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
