"""Exceptions raised and handled: as a way out of a search, chained, cleaned up after, and looked up by class."""
from timing import measure


class Found(Exception):
    def __init__(self, value):
        super().__init__(value)
        self.value = value


class Missing(KeyError):
    pass


def search(items, wanted, depth):
    if depth == 0:
        for item in items:
            if item == wanted:
                raise Found(item * 2)
        return
    try:
        search(items, wanted, depth - 1)
    finally:
        items.append(depth)
        items.pop()


def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        return -1


def convert(text):
    try:
        return int(text)
    except (ValueError, TypeError) as error:
        try:
            raise Missing(text) from error
        except Missing as missing:
            return len(missing.args) + (missing.__cause__ is error)


class Guarded:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log[0] += 1
        return self

    def __exit__(self, kind, value, traceback):
        self.log[1] += kind is not None
        return kind is not None and issubclass(kind, ZeroDivisionError)


def run():
    total = 0
    items = list(range(20))
    for i in range(400):
        try:
            search(items, i % 25, 5)
        except Found as found:
            total += found.value
        else:
            total += 1
    table = {i: i for i in range(0, 3000, 2)}
    for i in range(3000):
        total += lookup(table, i)
    for text in ["1", "x", None, "44"] * 300:
        total += convert(text)
    log = [0, 0]
    for i in range(1500):
        with Guarded(log):
            total += 10 // (i % 3)
    return total, log


measure(run, (2275360, [1500, 500]))
