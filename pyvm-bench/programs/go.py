"""Board games with random play-outs: stones, liberties and captures on a small go board, by union and search."""
from timing import measure

SIZE = 9
EMPTY, BLACK, WHITE = 0, 1, 2
NEIGHBOURS = [[p for p in (i - 1 if i % SIZE else -1, i + 1 if i % SIZE < SIZE - 1 else -1, i - SIZE, i + SIZE)
               if 0 <= p < SIZE * SIZE] for i in range(SIZE * SIZE)]


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % n


class Square:
    def __init__(self, board, position):
        self.board = board
        self.position = position
        self.color = EMPTY
        self.neighbours = ()

    def group(self):
        seen = {self.position}
        liberties = set()
        todo = [self]
        while todo:
            square = todo.pop()
            for other in square.neighbours:
                if other.color == EMPTY:
                    liberties.add(other.position)
                elif other.color == self.color and other.position not in seen:
                    seen.add(other.position)
                    todo.append(other)
        return seen, liberties


class Board:
    def __init__(self):
        self.squares = [Square(self, i) for i in range(SIZE * SIZE)]
        for square in self.squares:
            square.neighbours = [self.squares[p] for p in NEIGHBOURS[square.position]]
        self.captured = [0, 0, 0]
        self.color = BLACK
        self.ko = -1

    def is_eye(self, square):
        return all(other.color == self.color for other in square.neighbours)

    def play(self, position):
        square = self.squares[position]
        if square.color != EMPTY or position == self.ko or self.is_eye(square):
            return False
        enemy = BLACK + WHITE - self.color
        square.color = self.color
        taken = 0
        for other in square.neighbours:
            if other.color == enemy:
                stones, liberties = other.group()
                if not liberties:
                    taken += len(stones)
                    for stone in stones:
                        self.squares[stone].color = EMPTY
                        self.ko = stone if len(stones) == 1 else -1
        if not taken:
            if not square.group()[1]:
                square.color = EMPTY
                return False
            self.ko = -1
        self.captured[self.color] += taken
        self.color = enemy
        return True

    def score(self):
        black = sum(1 for square in self.squares if square.color == BLACK)
        white = sum(1 for square in self.squares if square.color == WHITE)
        return black - white + self.captured[BLACK] - self.captured[WHITE]


def play_out(random):
    board = Board()
    passes = 0
    moves = 0
    while passes < 2 and moves < 120:
        for _ in range(10):
            if board.play(random.below(SIZE * SIZE)):
                passes = 0
                break
        else:
            passes += 1
            board.color = BLACK + WHITE - board.color
        moves += 1
    return board.score(), moves


def run():
    random = Random(42)
    results = [play_out(random) for _ in range(15)]
    return sum(score for score, _ in results), sum(moves for _, moves in results)


measure(run, (-19, 1149))
