"""Search with many small lists and objects: Sudoku by candidates, the fewest first."""
from timing import measure

PUZZLES = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
]


class Candidates:
    """Candidates of each cell; a cell with one is done."""

    def __init__(self, cells):
        self.cells = cells

    def clone(self):
        return Candidates([list(cell) for cell in self.cells])

    def is_done(self, i):
        return len(self.cells[i]) == 1

    def set_done(self, i, value):
        self.cells[i] = [value]

    def remove(self, i, value):
        cell = self.cells[i]
        if value in cell:
            cell.remove(value)
            return True
        return False

    def next_cell(self):
        best = -1
        fewest = 10
        for i, cell in enumerate(self.cells):
            if 1 < len(cell) < fewest:
                fewest = len(cell)
                best = i
        return best


class Board:
    def __init__(self):
        self.peers = [self.find_peers(i) for i in range(81)]

    def find_peers(self, i):
        row, column = divmod(i, 9)
        return [j for j in range(81) if j != i and (
            j // 9 == row or j % 9 == column or (j // 27 == row // 3 and j % 9 // 3 == column // 3))]

    def propagate(self, done, start):
        todo = list(start)
        while todo:
            i = todo.pop()
            value = done.cells[i][0]
            for j in self.peers[i]:
                if done.remove(j, value):
                    if not done.cells[j]:
                        return False
                    if done.is_done(j):
                        todo.append(j)
        return True

    def solve(self, done, count):
        i = done.next_cell()
        if i < 0:
            return done
        for value in done.cells[i]:
            count[0] += 1
            attempt = done.clone()
            attempt.set_done(i, value)
            if self.propagate(attempt, [i]):
                solved = self.solve(attempt, count)
                if solved:
                    return solved
        return None


def solve(text, position):
    done = Candidates([list(range(1, 10)) if c == "." else [int(c)] for c in text])
    position.propagate(done, [i for i in range(81) if text[i] != "."])
    count = [0]
    solved = position.solve(done, count)
    return "".join(str(cell[0]) for cell in solved.cells), count[0]


def run():
    position = Board()
    return [solve(puzzle, position) for puzzle in PUZZLES]


measure(run, [('534678912672195348198342567859761423426853791713924856961537284287419635345286179', 0), ('417369825632158947958724316825437169791586432346912758289643571573291684164875293', 130)])
