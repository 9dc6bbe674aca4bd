# Conway's game of life on an unbounded board of a set of complex numbers.
NEIGHBOURS = [x + y * 1j for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]


def step(cells):
    counts = {}
    for cell in cells:
        for d in NEIGHBOURS:
            counts[cell + d] = counts.get(cell + d, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in cells}


def parse(text):
    return {
        complex(x, y) for y, line in enumerate(text.splitlines()) for x, c in enumerate(line) if c == "#"
    }


def show(cells):
    left = int(min(c.real for c in cells))
    right = int(max(c.real for c in cells))
    top = int(min(c.imag for c in cells))
    bottom = int(max(c.imag for c in cells))
    for y in range(top, bottom + 1):
        print("".join(".#"[complex(x, y) in cells] for x in range(left, right + 1)))


glider = parse(".#.\n..#\n###")
for generation in range(4):
    glider = step(glider)
show(glider)
print(glider == {c + (1 + 1j) for c in parse(".#.\n..#\n###")})
pentomino = parse(".##\n##.\n.#.")
history = []
for generation in range(100):
    history.append(len(pentomino))
    pentomino = step(pentomino)
print(history)
