# A solver by constraint propagation and search.
PUZZLES = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
]
ROWS, COLUMNS = "ABCDEFGHI", "123456789"
CELLS = [r + c for r in ROWS for c in COLUMNS]
UNITS = (
    [[r + c for c in COLUMNS] for r in ROWS]
    + [[r + c for r in ROWS] for c in COLUMNS]
    + [[r + c for r in rs for c in cs] for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
)
UNITS_OF = {cell: [u for u in UNITS if cell in u] for cell in CELLS}
PEERS = {cell: sorted(set(sum(UNITS_OF[cell], [])) - {cell}) for cell in CELLS}
tried = 0


def assign(values, cell, digit):
    return values if all(eliminate(values, cell, d) for d in values[cell] if d != digit) else None


def eliminate(values, cell, digit):
    if digit not in values[cell]:
        return values
    values[cell] = values[cell].replace(digit, "")
    if not values[cell]:
        return None
    if len(values[cell]) == 1:
        if not all(eliminate(values, peer, values[cell]) for peer in PEERS[cell]):
            return None
    for unit in UNITS_OF[cell]:
        places = [c for c in unit if digit in values[c]]
        if not places:
            return None
        if len(places) == 1 and not assign(values, places[0], digit):
            return None
    return values


def search(values):
    global tried
    if values is None:
        return None
    if all(len(v) == 1 for v in values.values()):
        return values
    _, cell = min((len(values[c]), c) for c in CELLS if len(values[c]) > 1)
    for digit in values[cell]:
        tried += 1
        found = search(assign(values.copy(), cell, digit))
        if found:
            return found
    return None


def solve(text):
    values = dict.fromkeys(CELLS, "123456789")
    for cell, digit in zip(CELLS, text):
        if digit in "123456789" and not assign(values, cell, digit):
            return None
    return search(values)


for puzzle in PUZZLES:
    tried = 0
    solution = solve(puzzle)
    for r in ROWS:
        print(" ".join(solution[r + c] for c in COLUMNS))
    for unit in UNITS:
        assert {solution[c] for c in unit} == set("123456789")
    print("guesses:", tried)
print(solve("55" + "." * 79))
