#!/usr/bin/env python3
"""What plugins cost programs that do not use them. Run it on a quiet machine after mvn verify:

    pyvm-bench/plugins.py [--forks N] [--c2]

A fork is a set of JVMs for PluginBenchmark: without the jar of the shipped plugins, with it and none on, and for parsing with all on
that add to Python's grammar. They take turns of half a second, the others being stopped, so that a machine whose speed changes from one
second to the next is as fast for each of them. JMH's iterations are short, and the fastest is a JVM's result: whatever is in the way
only adds to the time. Then come the means of the ratios with their 95 % interval over the forks.

The code is that of HotSpot's first compiler, unless --c2 asks for both: what the second makes of a parser differs by a quarter from one
JVM to the next, and a difference of a percent cannot be seen behind that.
"""

import argparse
import json
import math
import os
import pathlib
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TURN = 0.5
# Student's t for 95 %, by degrees of freedom.
T = {1: 12.71, 2: 4.30, 3: 3.18, 4: 2.78, 5: 2.57, 6: 2.45, 7: 2.36, 8: 2.31, 9: 2.26}


def class_paths():
    """With the jar of the shipped plugins, and without."""
    repository = pathlib.Path(os.environ.get("M2_REPOSITORY", pathlib.Path.home() / ".m2/repository"))
    jmh = ["org/openjdk/jmh/jmh-core", "net/sf/jopt-simple", "org/apache/commons/commons-math3"]
    jars = [jar for folder in jmh for jar in (repository / folder).rglob("*.jar")]
    jars += (ROOT / "pyvm-cli/target/pyvm/lib").glob("*.jar")
    classes = [ROOT / "pyvm-bench/target/classes"]
    without = [jar for jar in jars if jar.name != "pyvm-plugins.jar"]
    return [":".join(map(str, classes + each)) for each in (jars, without)]


def syntax_plugins():
    """Those that add to the grammar, and neither replace a stage nor work on other code; as PluginBenchmark takes them."""
    listing = subprocess.run([ROOT / "pyvm", "-m", "pyvm.plugins", "--json"], check=True, capture_output=True)
    return "".join(
        "+" + plugin["name"]
        for plugin in json.loads(listing.stdout)
        if any("parser" in what for what in plugin["contributions"])
        and not any(what.startswith("replaces") or " pass " in what for what in plugin["contributions"])
    )


def take_turns(commands):
    """Runs processes of which one at a time goes on."""
    running = [subprocess.Popen(each, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0) for each in commands]
    try:
        for each in running:
            os.killpg(each.pid, signal.SIGSTOP)
        while waiting := [each for each in running if each.poll() is None]:
            for each in waiting:
                os.killpg(each.pid, signal.SIGCONT)
                try:
                    each.wait(TURN)
                except subprocess.TimeoutExpired:
                    os.killpg(each.pid, signal.SIGSTOP)
    finally:
        for each in running:
            if each.poll() is None:
                os.killpg(each.pid, signal.SIGKILL)


def measure(benchmark, kinds, options):
    """The fastest iteration of each kind in one fork; a kind is a class path and the plugins that are on."""
    java = pathlib.Path(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
    with tempfile.TemporaryDirectory() as folder:
        commands = [
            # JMH's own fork would be a process that the turns do not reach.
            [java, "-Djmh.ignoreLock=true", "-XX:+UseSerialGC", *options, "-cp", path, "org.openjdk.jmh.Main", f"PluginBenchmark.{benchmark}"]
            + ["-f", "0", "-p", f"on={on}", "-rf", "json", "-rff", f"{folder}/{kind}"]
            for kind, (path, on) in kinds.items()
        ]
        take_turns(commands)
        found = {}
        for kind in kinds:
            with open(f"{folder}/{kind}", encoding="utf-8") as file:
                found[kind] = min(json.load(file)[0]["primaryMetric"]["rawData"][0])
        return found


def show(name, above, below, forks):
    ratios = [math.log(each[above] / each[below]) for each in forks]
    mean = sum(ratios) / len(ratios)
    spread = math.sqrt(sum((each - mean) ** 2 for each in ratios) / max(len(ratios) - 1, 1))
    half = T.get(len(ratios) - 1, 2.0) * spread / math.sqrt(len(ratios)) if len(ratios) > 1 else math.nan
    print(f"{name}: {above}/{below} {math.exp(mean):.3f}  [{math.exp(mean - half):.3f}, {math.exp(mean + half):.3f}]")


def main():
    parser = argparse.ArgumentParser(description="What plugins cost programs that do not use them.")
    parser.add_argument("--forks", type=int, default=10, help="10 unless told otherwise; one takes a minute")
    parser.add_argument("--c2", action="store_true", help="let HotSpot's second compiler work too")
    arguments = parser.parse_args()
    options = [] if arguments.c2 else ["-XX:TieredStopAtLevel=1"]
    with_plugins, without_plugins = class_paths()
    syntax = syntax_plugins()
    print("all:", syntax)
    idle = {"without": (without_plugins, ""), "installed": (with_plugins, "")}
    parses, loops = [], []
    for fork in range(arguments.forks):
        parses.append(measure("parse", {**idle, "all": (with_plugins, syntax)}, options))
        loops.append(measure("loop", idle, options))
        print(time.strftime("%H:%M:%S"), "microseconds:", parses[-1], loops[-1], flush=True)
    show("parse", "installed", "without", parses)
    show("loop", "installed", "without", loops)
    show("parse", "all", "installed", parses)


if __name__ == "__main__":
    main()
