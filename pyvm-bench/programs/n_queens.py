"""Recursion, generators, tuples and small integers: all ways to put queens on a board."""
from timing import measure


def queens(n, row=0, columns=0, left=0, right=0):
    if row == n:
        yield ()
        return
    for c in range(n):
        bit = 1 << c
        if not (columns & bit or left & 1 << (row + c) or right & 1 << (row - c + n)):
            for rest in queens(n, row + 1, columns | bit, left | 1 << (row + c), right | 1 << (row - c + n)):
                yield (c,) + rest


def run():
    solutions = list(queens(8))
    return len(solutions), solutions[0], sum(s[0] * s[-1] for s in solutions)


measure(run, (92, (0, 4, 7, 5, 2, 6, 1, 3), 1172))
