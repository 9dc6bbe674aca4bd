# Places that have seen one kind of operands a hundred times, and then meet others.
class Int(int):
    def __add__(self, other):
        return "Int.__add__"

    __radd__ = __sub__ = __mul__ = __mod__ = __floordiv__ = __and__ = __rshift__ = __iadd__ = __add__
    __lt__ = __eq__ = lambda self, other: []
    __hash__ = int.__hash__


class Float(float):
    def __add__(self, other):
        return "Float.__add__"

    __radd__ = __sub__ = __mul__ = __truediv__ = __iadd__ = __add__
    __lt__ = lambda self, other: "yes"


class List(list):
    def __getitem__(self, i):
        return "List", i

    def __iter__(self):
        return iter(["List.__iter__"])


class Tuple(tuple):
    __getitem__ = List.__getitem__

    def __iter__(self):
        return iter("ab")


class Dict(dict):
    def __missing__(self, key):
        return "missing", key


class Item:
    def __getitem__(self, key):
        return "Item", key

    def __setitem__(self, key, value):
        print("set", key, value)


def error(function, *args):
    try:
        return function(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def operators(v, w):
    results = []
    for name in ("a", "b"):
        try:
            results += [v + w, v - w, v * w]
            x = v
            x += w
            results += [x, v & w if name == "a" else 0, v >> 1, v % w, v // w]
        except TypeError as e:
            results.append(str(e))
        except ZeroDivisionError as e:
            results.append(str(e))
    return results


def divide(v, w):
    return v / w


def less(v, w):
    if v < w:
        return "less"
    return "not less"


def while_equal(v, w):
    n = 0
    while v == w:
        n += 1
        if n == 3:
            break
    return n


def item(container, key):
    return container[key]


def store(container, key, value):
    container[key] = value
    return container


def unpacked(pair):
    a, b = pair
    return b, a


def loop(iterable):
    collected = []
    for item in iterable:
        collected.append(item)
    return collected


def pairs(iterable):
    return [b - a for a, b in iterable]


warm = [(3, 4), (3.0, 4.5)]
big = 2**62
others = [
    (big, big), (-big, 3), (2**70, 2), (True, 2), (1, False), (Int(5), 6), (6, Int(5)), (Float(1), 2.0), (2.0, Float(1)),
    (1, 2.5), (2.5, 1), ("a", 2), ([1], [2]), (1j, 2), (7, 0), (-7, 2), (-(2**63), -1), (None, 1),
]  # fmt: skip
for kind in warm:
    for _ in range(100):
        operators(*kind), divide(*kind), less(*kind), while_equal(*kind)
    for v, w in others + warm:
        print(v, w, operators(v, w), error(divide, v, w), error(less, v, w), while_equal(v, w))

keyed = [
    ([1, 2, 3], 1), ((4, 5, 6), 2), ({"k": 7}, "k"), ([1, 2, 3], -1), ([1], 5), ([1], True), ((1,), -2), ({"k": 7}, "x"),
    ({1: 2, "k": 3}, 1), ({True: "one"}, 1), (Dict(a=1), "a"), (Dict(a=1), "b"), (List([1]), 0), (Tuple([1]), 0), ("text", 2),
    (Item(), "k"), ([1, 2, 3], slice(1)), (list, int), (3, 0), (b"ab", 1),
]  # fmt: skip
for container, key in keyed[:3]:
    for _ in range(100):
        item(container, key)
    for c, k in keyed:
        print(error(item, c, k), end=" ")
    print()

for container, key in [([1, 2], 0), ({}, "k")]:
    for i in range(100):
        store(container, key, i)
    for c, k in [([1, 2], 1), ([1], -1), ([1], 1), (List([1]), 0), ({1: 2}, 1), (Item(), 3), ((1,), 0), (bytearray(2), 1)]:
        print(error(store, c, k, 9), end=" ")
    print()

for pair in [(1, 2), [1, 2]]:
    for _ in range(100):
        unpacked(pair)
    for p in [(1, 2), [3, 4], "ab", Tuple([5, 6]), {1: 2, 3: 4}, (1, 2, 3), (1,), 5, iter([7, 8])]:
        print(error(unpacked, p), end=" ")
    print()


def numbers():
    yield 1
    yield 2


for iterable in (range(3), [1, 2], (1, 2), {1: 2}, numbers):
    for _ in range(30):
        loop(iterable() if iterable is numbers else iterable)
    for i in [range(2), [1], (2,), {3: 4}, {5}, "ab", numbers(), List([1]), Tuple([1]), iter([6]), map(str, [1]), range(2**65, 2**65 + 1)]:
        print(loop(i), end=" ")
    print(error(loop, 5))

growing = [1, 2]
for n in growing:
    if n < 5:
        growing.append(n + 2)
print(growing, pairs([(1, 2), [3, 5]]), pairs({(1, 4): 0}), pairs(enumerate([5, 6])))
