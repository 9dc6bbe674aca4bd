"""The page: one HTML file that asks nothing of the network, with a bar for each program and strategy."""

import math
from html import escape

from pyvm.bench.table import ALL

COLORS = ("#2f6fb0", "#d9822b", "#3c9a5f", "#a4508b", "#8a6d3b", "#5b6770", "#c0392b", "#16808a")
STYLE = """
:root { --ink: #1d2329; --soft: #65707b; --line: #d8dde3; --back: #fff; --band: #f5f7f9; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ec; --soft: #98a3ae; --line: #3a424b; --back: #15191d; --band: #1c2126; }
}
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--back); max-width: 62rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; }
p, dl { color: var(--soft); }
dt { float: left; clear: left; width: 9rem; } dd { margin-left: 9rem; }
.legend span { display: inline-block; margin-right: 1.2rem; }
.legend i { display: inline-block; width: .8rem; height: .8rem; border-radius: 2px; margin-right: .4rem; }
svg { width: 100%; height: auto; } svg text { font: 13px system-ui, sans-serif; fill: var(--ink); }
svg .soft { fill: var(--soft); } svg .grid { stroke: var(--line); } svg .one { stroke: var(--ink); }
svg .whisker { stroke: var(--ink); stroke-width: 1.2; } svg .band { fill: var(--band); } svg .strong { font-weight: 600; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
th, td { text-align: right; padding: .2rem .6rem; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; }
.scroll { overflow-x: auto; }
"""

# The chart's measures, in the units of its view box.
WIDTH, LEFT, RIGHT, BAR, GAP = 900, 160, 60, 13, 10


def page(table, machines, reference, facts):
    """The whole file as text.

    :param machines: names, in the order of the bars
    :param reference: name of the machine that ratios are to, or None
    :param facts: pairs of a word and what is so, told at the end
    """
    bars = [m for m in machines if m != reference]
    if reference is None:
        title = "Speed of evaluation strategies"
        words = "Milliseconds of each program; shorter is faster."
        chart = _chart(table, bars, lambda row, m: row.times.get(m), _Linear)
    else:
        title = f"Speed compared with {reference}"
        words = (f"How many times faster than {reference} each strategy runs a program. Right of the line at 1 it is faster, left of it "
                 "slower; the same distance is the same factor. Whiskers: 95 % confidence over forks.")
        chart = _chart(table, bars, lambda row, m: row.ratios.get(m), _Logarithmic)
    told = "".join(f"<dt>{escape(word)}</dt><dd>{escape(text)}</dd>" for word, text in facts)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>\n<body><h1>{escape(title)}</h1>'
        f"<p>{escape(words)}</p>\n{_legend(bars)}\n{chart}\n{_figures(table, machines, reference)}\n<dl>{told}</dl></body></html>\n"
    )


def _legend(bars):
    entries = "".join(f'<span><i style="background:{_color(i)}"></i>{escape(m)}</span>' for i, m in enumerate(bars))
    return f'<p class="legend">{entries}</p>'


def _color(index):
    return COLORS[index % len(COLORS)]


class _Linear:
    """From 0 to the greatest value."""

    def __init__(self, values):
        self.high = max(values) * 1.05
        self.base = 0.0
        step = 10 ** math.floor(math.log10(self.high))
        if self.high / step < 3:
            step /= 2
        self.ticks = [step * i for i in range(int(self.high / step) + 1)]

    def at(self, value):
        return LEFT + (WIDTH - LEFT - RIGHT) * min(max(value / self.high, 0), 1)


class _Logarithmic:
    """Powers of two, with 1 always in sight: bars begin there."""

    def __init__(self, values):
        self.low = math.floor(math.log2(min(*values, 0.5)))
        self.high = math.ceil(math.log2(max(*values, 2)))
        self.base = 1.0
        self.ticks = [2.0 ** i for i in range(self.low, self.high + 1)]

    def at(self, value):
        share = (math.log2(value) - self.low) / (self.high - self.low)
        return LEFT + (WIDTH - LEFT - RIGHT) * min(max(share, 0), 1)


def _chart(table, bars, interval, scale):
    shown = [row for row in table if any(interval(row, m) for m in bars)]
    # The mean first: it is what most readers come for.
    shown.sort(key=lambda row: row.name != ALL)
    values = [interval(row, m).value for row in shown for m in bars if interval(row, m)]
    if not values:
        return "<p>Nothing was measured.</p>"
    axis = scale([*values, *values])
    height = len(bars) * BAR + GAP
    bottom = 24 + len(shown) * height
    parts = [f'<svg viewBox="0 0 {WIDTH} {bottom + 8}" role="img" aria-label="bar chart">']
    parts += [_band(24 + i * height, height) for i in range(0, len(shown), 2)]
    for tick in axis.ticks:
        x = axis.at(tick)
        kind = "one" if tick == axis.base else "grid"
        parts.append(f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="20" y2="{bottom}"/>')
        parts.append(f'<text class="soft" x="{x:.1f}" y="14" text-anchor="middle">{tick:g}</text>')
    for i, row in enumerate(shown):
        top = 24 + i * height
        strong = " strong" if row.name == ALL else ""
        middle = top + height / 2 + 4
        parts.append(f'<text class="name{strong}" x="{LEFT - 10}" y="{middle:.1f}" text-anchor="end">{escape(row.name)}</text>')
        for j, machine in enumerate(bars):
            if interval(row, machine):
                parts.append(_bar(axis, interval(row, machine), top + GAP / 2 + j * BAR, _color(j), f"{row.name}, {machine}"))
    return "\n".join(parts) + "</svg>"


def _band(top, height):
    return f'<rect class="band" x="0" y="{top}" width="{WIDTH}" height="{height}"/>'


def _bar(axis, interval, top, color, name):
    start, end = sorted((axis.at(axis.base), axis.at(interval.value)))
    bounds = "" if interval.low is None else f" ({interval.low:.3g} to {interval.high:.3g})"
    parts = [
        f'<rect x="{start:.1f}" y="{top:.1f}" width="{max(end - start, 1):.1f}" height="{BAR - 2}" rx="2" fill="{color}">'
        f"<title>{escape(name)}: {interval.value:.3g}{bounds}</title></rect>"
    ]
    edge = end
    if interval.low is not None and interval.low > 0:
        low, high, y = axis.at(interval.low), axis.at(interval.high), top + (BAR - 2) / 2
        parts.append(f'<line class="whisker" x1="{low:.1f}" x2="{high:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>')
        edge = max(edge, high)
    parts.append(f'<text x="{edge + 5:.1f}" y="{top + BAR - 3:.1f}">{interval.value:.3g}</text>')
    return "".join(parts)


def _figures(table, machines, reference):
    others = [m for m in machines if m != reference]
    head = "".join(f"<th>{escape(m)} ms</th>" for m in machines)
    head += "".join(f"<th>{escape(m)} ratio</th>" for m in others) if reference is not None else ""
    lines = []
    for row in table:
        cells = "".join(f"<td>{_figure(row.times.get(m), 2)}</td>" for m in machines)
        if reference is not None:
            cells += "".join(f"<td>{_figure(row.ratios.get(m), 2)}</td>" for m in others)
        lines.append(f"<tr><td>{escape(row.name)}</td>{cells}</tr>")
    return f'<div class="scroll"><table><tr><th>program</th>{head}</tr>{"".join(lines)}</table></div>'


def _figure(interval, digits):
    return "" if interval is None else f"{interval.value:.{digits}f}"
