"""Sets and frozensets: a game of life on an endless plane, and words by their letters."""
from timing import measure

STEPS = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]


def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx, dy in STEPS}


def generation(living):
    candidates = set(living)
    for cell in living:
        candidates |= neighbours(cell)
    following = set()
    for cell in candidates:
        count = len(neighbours(cell) & living)
        if count == 3 or count == 2 and cell in living:
            following.add(cell)
    return following


def letters():
    words = set()
    state = 7
    for _ in range(2000):
        state = state * 69069 + 1 & 0xFFFFFFFF
        words.add("".join(chr(97 + (state >> shift) % 7) for shift in (8, 12, 16, 20)))
    groups = {}
    for word in words:
        groups.setdefault(frozenset(word), set()).add(word)
    common = {key for key, group in groups.items() if len(group) > 3}
    return len(words), len(groups), len(common), len(set.union(*groups.values()) - words)


def run():
    living = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2), (10, 10), (11, 10), (9, 11), (10, 11), (10, 12)}
    for _ in range(25):
        living = generation(living)
    return len(living), letters()


measure(run, (20, (1306, 96, 90, 0)))
