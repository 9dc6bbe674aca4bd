"""Exact cover with frozensets: six of the twelve pentominoes laid on a board of 5 by 6, until a budget of attempts is spent."""
from timing import measure

WIDTH, HEIGHT = 6, 5
SHAPES = {
    "F": "011/110/010", "I": "11111", "L": "1111/1000", "N": "1110/0011", "P": "111/110", "T": "111/010/010",
    "U": "101/111", "V": "100/100/111", "W": "100/110/011", "X": "010/111/010", "Y": "1111/0100", "Z": "110/010/011",
}


def cells(text):
    return frozenset((x, y) for y, row in enumerate(text.split("/")) for x, c in enumerate(row) if c == "1")


def normal(shape):
    left = min(x for x, _ in shape)
    top = min(y for _, y in shape)
    return frozenset((x - left, y - top) for x, y in shape)


def orientations(shape):
    found = set()
    for _ in range(4):
        shape = normal(frozenset((-y, x) for x, y in shape))
        found.add(shape)
        found.add(normal(frozenset((-x, y) for x, y in shape)))
    return sorted(found, key=sorted)


def placements():
    by_cell = [{} for _ in range(WIDTH * HEIGHT)]
    for name in sorted(SHAPES):
        for shape in orientations(cells(SHAPES[name])):
            width = max(x for x, _ in shape) + 1
            height = max(y for _, y in shape) + 1
            for left in range(WIDTH - width + 1):
                for top in range(HEIGHT - height + 1):
                    taken = frozenset((left + x) * HEIGHT + top + y for x, y in shape)
                    by_cell[min(taken)].setdefault(name, []).append(taken)
    return by_cell


def solve(by_cell, free, names, found, limit):
    if not free:
        found.append(True)
        return
    first = min(free)
    for name, options in by_cell[first].items():
        if name not in names:
            continue
        left = names - {name}
        for taken in options:
            limit[0] -= 1
            if limit[0] < 0:
                return
            if taken <= free:
                solve(by_cell, free - taken, left, found, limit)


def run():
    found = []
    limit = [25000]
    solve(placements(), frozenset(range(WIDTH * HEIGHT)), frozenset(SHAPES), found, limit)
    return len(found), limit[0]


measure(run, (79, -5))
