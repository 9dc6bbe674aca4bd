"""Figures that are known, as -m pyvm.bench shows them."""
import json
import sys

from pyvm.bench import forks, intervals, machines, page, table

print("t:", [intervals.student(n) for n in (1, 2, 2.9, 30, 31, float("inf"))])
print("mean of one:", intervals.of([2.0]), "of equal:", intervals.of([2.0, 2.0]))
print("mean of three:", intervals.of([1.0, 2.0, 3.0]))
print("ratio:", intervals.ratio([4.0, 4.0], [2.0, 2.0]))
spread = intervals.ratio([3.9, 4.0, 4.1], [1.9, 2.0, 2.1])
print(f"ratio of three: {spread.value:.3f} in {spread.low:.3f} to {spread.high:.3f}")
mean = intervals.geometric_mean([([4.0], [2.0]), ([1.0], [8.0])])
print(f"geometric mean: {mean.value:.3f}", mean.low)

results = forks.Results()
for machine, seconds in {"CPython": (0.010, 0.012), "tiered": (0.005, 0.0052), "slow": (0.1, 0.12)}.items():
    for value in seconds:
        results.add("walk", 1, machine, value, value / 2)
        results.add("walk", 10, machine, value * 10, value)
results.add("jump", 1, "CPython", 0.001, 0.001)
results.add("jump", 1, "tiered", 0.002, 0.001)
results.failures["jump", "slow"] = "ValueError"
names = ["CPython", "tiered", "slow"]
rows = table.rows(results, names, "CPython", "wall")
print(table.text(rows, names, "CPython"))
print(table.text(table.rows(results, names, None, "cpu"), names, None))
compared = [machines.Machine(name, [name], "") for name in names]
print(json.dumps(table.as_json(results, rows, compared, "wall")["rows"][-1]["ratios"]["tiered"]))

text = page.page(rows, names, "CPython", [("command", "a < b")])
print("bars:", text.count("<title>") - 1, "whiskers:", text.count('class="whisker"'), "escaped:", "a &lt; b" in text)
print("asks the network:", "http" in text or "src=" in text or "@import" in text)


def stops(steps):
    """A run that Ctrl-C ends before the second step."""
    def progress(done, steps, what):
        print(done, steps, what)
        if done == 1:
            raise KeyboardInterrupt
    return progress


plan = forks.Plan(["none", "other"], [machines.Machine("false", ["/bin/false"], "")], forks=2)
results = forks.Results()
forks.run(plan, results, lambda done, steps, what: print(done, steps, what))
print(results.failures, results.rows())
results = forks.Results()
try:
    forks.run(plan, results, stops(4))
except KeyboardInterrupt:
    print("interrupted, and kept:", results.failures)
sys.stdout.flush()
