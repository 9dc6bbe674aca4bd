"""Measures programs under evaluation strategies, and under another Python to compare with.

Each measurement is a process of its own: it warms up, measures some rounds, and ends; several such forks tell how far
the figures can be trusted. Prints a table, and writes NAME.json and NAME.html with bar charts. Ctrl-C ends early, with what
there is.
"""

import argparse
import json
import shlex
import sys
import time

from pyvm.bench import forks, machines, page, table


def parser():
    result = argparse.ArgumentParser(prog="python -m pyvm.bench", description=__doc__)
    add = result.add_argument
    add("names", nargs="*", metavar="name", help="programs; all when none is named")
    add("--against", metavar="PYTHON", help="the other Python; the first of PATH that is no shim; 'none' for none")
    add("--strategies", metavar="A,B", type=_words, default=["tiered"], help="strategies to measure; tiered")
    add("--sizes", metavar="M,N", type=_numbers, default=[1], help="how often a program does its work in a measurement; 1")
    add("--forks", metavar="N", type=_positive, default=3, help="processes for each program; 3")
    add("--warm-up", metavar="S", type=float, default=3.0, help="seconds before the first measurement; 3")
    add("--rounds", metavar="N", type=_positive, default=9, help="measurements of each process; 9")
    add("--clock", choices=("wall", "cpu"), default="wall", help="what the table shows: time by the clock, or CPU time of the thread "
        "that runs the program")
    add("--cold", action="store_true", help="measure whole processes, from launch to exit, without warm-up")
    add("--output", metavar="NAME", default="pyvm-bench", help="name of the files written, without .json and .html")
    add("--json", action="store_true", help="print JSON in place of the table")
    add("--list", action="store_true", help="print the names of the programs, and end")
    return result


def _words(text):
    return [word for word in text.split(",") if word]


def _numbers(text):
    return [_positive(word) for word in _words(text)]


def _positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is less than 1")
    return number


def main():
    arguments = parser()
    chosen = arguments.parse_args()
    installed = forks.available()
    if not installed:
        sys.exit(f"no programs: {forks.PROGRAMS} is missing")
    if chosen.list:
        print("\n".join(installed))
        return
    unknown = [name for name in chosen.names if name not in installed]
    if unknown:
        arguments.error(f"no program named {', '.join(unknown)}; there are {', '.join(installed)}")
    compared = machines.strategies(chosen.strategies)
    try:
        other = _other(chosen.against)
    except machines.Unusable as error:
        sys.exit(f"pyvm.bench: {error}")
    if other is not None:
        compared.insert(0, other)
        print(f"{other.name} is {other.command[0]}, {other.version}", file=sys.stderr)
    plan = forks.Plan(chosen.names or installed, compared, sizes=chosen.sizes, forks=chosen.forks, warm_up=chosen.warm_up,
                      rounds=chosen.rounds, cold=chosen.cold)
    results, bar = forks.Results(), forks.Bar()
    interrupted = False
    try:
        forks.run(plan, results, bar)
    except KeyboardInterrupt:
        interrupted = True
    bar.clear()
    _tell(chosen, plan, results, None if other is None else other.name, interrupted)
    sys.exit(130 if interrupted else 1 if results.failures else 0)


def _other(path):
    if path == "none":
        return None
    return machines.any_other() if path is None else machines.other(path)


def _tell(chosen, plan, results, reference, interrupted):
    names = [m.name for m in plan.machines]
    rows = table.rows(results, names, reference, chosen.clock)
    facts = _facts(chosen, plan, interrupted)
    report = table.as_json(results, rows, plan.machines, chosen.clock)
    report.update(facts=dict(facts), complete=not interrupted)
    if chosen.json:
        print(json.dumps(report, indent=1))
    else:
        print(table.text(rows, names, reference))
    for (program, machine), reason in results.failures.items():
        print(f"{program} failed under {machine}: {reason}", file=sys.stderr)
    if interrupted:
        print("interrupted: the table holds what was measured until then", file=sys.stderr)
    with open(chosen.output + ".json", "w") as file:
        json.dump(report, file, indent=1)
    with open(chosen.output + ".html", "w", encoding="utf-8") as file:
        file.write(page.page(rows, names, reference, facts))
    print(f"written: {chosen.output}.json, {chosen.output}.html", file=sys.stderr)


def _facts(chosen, plan, interrupted):
    how = "whole processes, from launch to exit" if plan.cold else f"{plan.warm_up:g} s of warm-up, median of {plan.rounds} rounds"
    clock = "by the clock" if chosen.clock == "wall" else "CPU time of the processes" if plan.cold else "CPU time of the running thread"
    facts = [(m.name, f"{' '.join(m.command)} ({m.version})") for m in plan.machines]
    facts += [
        ("measured", f"{clock}; {plan.forks} forks of each; {how}" + (" (interrupted)" if interrupted else "")),
        ("machine", machines.description()),
        ("date", time.strftime("%Y-%m-%d")),
        ("command", "pyvm -m pyvm.bench " + shlex.join(sys.argv[1:])),
    ]
    return facts


if __name__ == "__main__":
    main()
