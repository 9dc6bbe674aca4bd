"""Floats, lists and random jumps: a game of chaos on a B-spline, as a picture of counts."""
from math import floor
from random import Random

from timing import measure


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def towards(self, other, part):
        return Point(self.x + (other.x - self.x) * part, self.y + (other.y - self.y) * part)

    def distance(self, other):
        return ((self.x - other.x) ** 2 + (self.y - other.y) ** 2) ** 0.5


class Spline:
    def __init__(self, points, degree=3):
        self.points = points
        self.degree = degree
        inner = len(points) - degree
        self.knots = [0] * degree + list(range(inner + 1)) + [inner] * degree

    def domain(self):
        return self.knots[self.degree], self.knots[len(self.knots) - 1 - self.degree]

    def at(self, u):
        low, high = self.domain()
        span = self.degree
        while span < len(self.points) - 1 and u >= self.knots[span + 1]:
            span += 1
        work = [self.points[span - self.degree + i] for i in range(self.degree + 1)]
        for level in range(1, self.degree + 1):
            for i in range(self.degree, level - 1, -1):
                knot = self.knots[span - self.degree + i]
                width = self.knots[span + i + 1 - level] - knot
                part = (u - knot) / width if width else 0.0
                work[i] = work[i - 1].towards(work[i], part)
        return work[self.degree]


class Game:
    def __init__(self, splines, seed):
        self.splines = splines
        self.random = Random(seed)
        self.counts = [[0] * 48 for _ in range(48)]

    def step(self, point):
        spline = self.splines[self.random.randrange(len(self.splines))]
        low, high = spline.domain()
        target = spline.at(low + (high - low) * (point.x % 1.0))
        shift = self.random.random() * 0.1
        return Point((target.x + point.y * 0.5 + shift) % 1.0, (target.y + point.x * 0.5) % 1.0)

    def play(self, steps):
        point = Point(0.3, 0.7)
        for _ in range(steps):
            point = self.step(point)
            self.counts[floor(point.y * 48)][floor(point.x * 48)] += 1


def run():
    splines = [
        Spline([Point(0.1, 0.2), Point(0.6, 0.1), Point(0.8, 0.5), Point(0.4, 0.9), Point(0.2, 0.6)]),
        Spline([Point(0.9, 0.2), Point(0.5, 0.3), Point(0.1, 0.4), Point(0.3, 0.7)]),
        Spline([Point(0.2, 0.9), Point(0.7, 0.8), Point(0.6, 0.4), Point(0.9, 0.1), Point(0.3, 0.2), Point(0.1, 0.1)]),
    ]
    game = Game(splines, 1234)
    game.play(4000)
    return sum(map(max, game.counts)), sum(row.count(0) for row in game.counts)


measure(run, (367, 977))
