"""Expressions that have seen floats, or ints, for long: what happens when other operands come, or results do not fit."""
import traceback


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Odd:
    def __mul__(self, other):
        return f"odd*{other}"

    def __radd__(self, other):
        return f"{other}+odd"


def dot(a, b):
    return a.x * b.x + a.y * b.y - 1


def hashed(items, i):
    return items[(i * 31 + 7) % len(items)] * 1103515245 + 12345 & 0xFFFFFFFFFF


def power(n):
    result = 1
    for i in range(1, n):
        result = result * i + 1
    return result


def mean(a, b):
    return (a + b) / 2.0 < 10.0


def ratio(a, b):
    return (a - b) / (a + b)


items = list(range(50))
for i in range(1200):
    dot(Point(1.5, 2.0), Point(0.5, float(i)))
    hashed(items, i)
    mean(float(i % 30), 1.0)
    ratio(3.0, float(i))
    power(6)
print(dot(Point(1.5, 2.0), Point(0.5, 4.0)), dot(Point(1, 2), Point(3, 4)), dot(Point(10**18, 2), Point(10**18, 0.5)))
print(hashed(items, 3), hashed([2**70] * 3, 1), hashed(tuple(items), -40), hashed([1.0], 0) if False else "")
print(power(30), mean(3, 4), mean(30.0, 4), mean(float("nan"), 1.0), ratio(1.0, 2))
for call in (lambda: dot(Point(Odd(), 1.0), Point(2.0, 3.0)), lambda: dot(Point(1.0, 2.0), Point(1.0, None)),
             lambda: dot(Point(1.0, 2.0), None), lambda: ratio(1.0, -1.0), lambda: hashed([], 0)):
    try:
        print(call())
    except Exception:
        print("".join(traceback.format_exc().splitlines(True)[3:]), end="")


def monotone(values):
    total = 0
    for value in values:
        total = total + value * 2 - 1
    return total


print(monotone(range(2000)), monotone([2**62] * 3 + [0.5] + list(range(1000))), monotone([True, False]))
