"""Many small objects with three floats: made, normalized, and the largest of each kept."""
from math import cos, sin, sqrt

from timing import measure


class Point:
    __slots__ = ("x", "y", "z")

    def __init__(self, i):
        self.x = x = sin(i)
        self.y = cos(i) * 3
        self.z = (x * x) / 2

    def __repr__(self):
        return f"<Point: x={self.x}, y={self.y}, z={self.z}>"

    def normalize(self):
        x = self.x
        y = self.y
        z = self.z
        norm = sqrt(x * x + y * y + z * z)
        self.x /= norm
        self.y /= norm
        self.z /= norm

    def maximize(self, other):
        self.x = self.x if self.x > other.x else other.x
        self.y = self.y if self.y > other.y else other.y
        self.z = self.z if self.z > other.z else other.z
        return self


def largest(points):
    result = points[0]
    for point in points[1:]:
        result = result.maximize(point)
    return result


def run(n=15000):
    points = [Point(i) for i in range(n)]
    for point in points:
        point.normalize()
    found = largest(points)
    return round(found.x, 9), round(found.y, 9), round(found.z, 9)


measure(run, (0.894395939, 1.0, 0.447195737))
