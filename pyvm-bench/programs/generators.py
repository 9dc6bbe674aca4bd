"""Generators in generators: a tree walked by yield from, pipelines, send, and generator expressions."""
from timing import measure


class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def tree(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(tree(low, middle), middle, tree(middle + 1, high))


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def pairs(items):
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


def only(test, items):
    for item in items:
        if test(item):
            yield item


def average():
    total = 0
    n = 0
    value = None
    while True:
        value = yield value
        total += value
        n += 1
        value = total // n


def run():
    walked = sum(tree(0, 2000))
    products = sum(a * b for a, b in pairs(only(lambda n: n % 3, count(8000))))
    averages = average()
    next(averages)
    last = 0
    for i in range(4000):
        last = averages.send(i)
    nested = sum(x + y for x in range(60) for y in range(x) if (x ^ y) & 1)
    return walked, products, last, nested


measure(run, (1999000, 113724448445, 1999, 53100))
