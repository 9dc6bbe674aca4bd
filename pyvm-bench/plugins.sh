#!/bin/sh
# What plugins cost programs that do not use them. Run it on a quiet machine after mvn verify:
#
#   pyvm-bench/plugins.sh [FORKS]     10 unless told otherwise; a fork, of three JVMs, takes a minute
#
# Forks take turns: without the jar of the shipped plugins, with it and none on, with all on that add syntax. Then come the ratios of
# the means with their 95 % interval, over the forks: installed/without for both benchmarks, all/installed for parsing.
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
forks=${1:-10}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
repository=${M2_REPOSITORY:-$HOME/.m2/repository}
jmh=$(find "$repository/org/openjdk/jmh/jmh-core" "$repository/net/sf/jopt-simple" "$repository/org/apache/commons/commons-math3" \
  -name '*.jar' | tr '\n' ':')
with=$root/pyvm-bench/target/classes:$jmh$(ls "$root"/pyvm-cli/target/pyvm/lib/*.jar | tr '\n' ':')
without=$(printf %s "$with" | tr ':' '\n' | grep -v pyvm-plugins.jar | tr '\n' ':')
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

measure() {
  "$java" -cp "$2" org.openjdk.jmh.Main "PluginBenchmark.$4" -p "on=$3" -f 1 -rf csv -rff "$results/$1.$5" >/dev/null
}

fork=0
while [ "$fork" -lt "$forks" ]; do
  fork=$((fork + 1))
  measure without "$without" none '.*' "$fork"
  measure installed "$with" none '.*' "$fork"
  measure all "$with" all parse "$fork"
done

python3 - "$results" "$forks" <<'PYTHON'
import csv, math, sys

folder, forks = sys.argv[1], int(sys.argv[2])


def scores(kind, benchmark):
    found = []
    for fork in range(1, forks + 1):
        with open(f"{folder}/{kind}.{fork}") as file:
            found += [float(row["Score"]) for row in csv.DictReader(file) if row["Benchmark"].endswith("." + benchmark)]
    return found


# Student's t for 95 %, by degrees of freedom.
T = {1: 12.71, 2: 4.30, 3: 3.18, 4: 2.78, 5: 2.57, 6: 2.45, 7: 2.36, 8: 2.31, 9: 2.26}
for name, above, below in (("parse", "installed", "without"), ("loop", "installed", "without"), ("parse", "all", "installed")):
    ratios = [math.log(a / b) for a, b in zip(scores(above, name), scores(below, name))]
    mean = sum(ratios) / forks
    spread = math.sqrt(sum((each - mean) ** 2 for each in ratios) / max(forks - 1, 1))
    half = T.get(forks - 1, 2.0) * spread / math.sqrt(forks) if forks > 1 else float("nan")
    print(f"{name}: {above}/{below} {math.exp(mean):.3f}  [{math.exp(mean - half):.3f}, {math.exp(mean + half):.3f}]")
PYTHON
