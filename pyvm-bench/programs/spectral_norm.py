"""Calls of a small function from generator expressions, float division."""
from math import sqrt

from timing import measure


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum(element(i, j) * v for j, v in enumerate(vector)) for i in range(len(vector))]


def times_transposed(vector):
    return [sum(element(j, i) * v for j, v in enumerate(vector)) for i in range(len(vector))]


def run(n=70):
    u = [1.0] * n
    for _ in range(5):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    vbv = sum(a * b for a, b in zip(u, v))
    vv = sum(b * b for b in v)
    return f"{sqrt(vbv / vv):.9f}"


measure(run, "1.274212528")
