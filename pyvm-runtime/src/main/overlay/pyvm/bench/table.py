"""What the results say, as rows for a table, and those as text."""

from pyvm.bench import intervals

ALL = "geometric mean"


class Row:
    """A program: milliseconds of each machine, and ratios to the other Python, by name; None where something failed."""

    def __init__(self, name, times, ratios):
        self.name = name
        self.times = times
        self.ratios = ratios


def rows(results, machines, reference, clock):
    """A row for each program, then one for all that every machine has run.

    :param reference: name of the machine that ratios are to, or None
    """
    others = [m for m in machines if m != reference]
    table, complete = [], []
    for name in results.rows():
        forks = {m: results.of(name, m, clock) for m in machines}
        times = {m: _milliseconds(values) for m, values in forks.items()}
        theirs = forks.get(reference)
        ratios = {m: intervals.ratio(theirs, forks[m]) if theirs and forks[m] else None for m in others}
        table.append(Row(name, times, ratios))
        if theirs and all(forks.values()):
            complete.append(forks)
    if complete:
        means = {m: intervals.geometric_mean([(forks[reference], forks[m]) for forks in complete]) for m in others}
        table.append(Row(ALL, {}, means))
    return table


def _milliseconds(values):
    return intervals.of([v * 1000 for v in values]) if values else None


def text(table, machines, reference):
    """Lines of equal columns."""
    others = [m for m in machines if m != reference]
    head = ["program"] + [m + " ms" for m in machines]
    if reference is not None:
        head += [m + " ratio" for m in others]
    cells = [head]
    for row in table:
        line = [row.name]
        line += [_time(row.times.get(m)) if row.times else "" for m in machines]
        if reference is not None:
            line += [_ratio(row.ratios[m]) for m in others]
        cells.append(line)
    widths = [max(len(line[i]) for line in cells) for i in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(line, widths)))
        .rstrip()
        for line in cells
    )


def _time(interval):
    if interval is None:
        return "failed"
    if interval.low is None:
        return f"{interval.value:.2f}"
    return f"{interval.value:.2f} ± {interval.high - interval.value:.2f}"


def _ratio(interval):
    if interval is None:
        return "-"
    if interval.low is None:
        return f"{interval.value:.2f}"
    return f"{interval.value:.2f} ({interval.low:.2f}-{interval.high:.2f})"


def as_json(results, table, machines, clock):
    """Everything that was measured, for programs."""
    return {
        "clock": clock,
        "machines": [m.as_json() for m in machines],
        "forks": results.seconds,
        "failures": [
            {"program": program, "machine": machine, "reason": reason}
            for (program, machine), reason in results.failures.items()
        ],
        "rows": [
            {
                "name": row.name,
                "milliseconds": {m: i.as_json() for m, i in row.times.items() if i is not None},
                "ratios": {m: i.as_json() for m, i in row.ratios.items() if i is not None},
            }
            for row in table
        ],
    }
