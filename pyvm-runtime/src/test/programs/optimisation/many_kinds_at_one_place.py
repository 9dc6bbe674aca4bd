"""One place of the program sees more and more kinds of numbers, containers, iterators, objects and callables."""


class Kind:
    def __init__(self, n):
        self.n = n
        setattr(self, f"extra{n}", n)

    def __call__(self, x):
        return x + self.n

    def __getitem__(self, i):
        return i * self.n

    def __add__(self, other):
        return self.n + other

    def __lt__(self, other):
        return []

    def __iter__(self):
        return iter((self.n,) * 3)


def number(x, y):
    return x + y, x - y, x * y, x < y, -x, not x


def first(container):
    return container[0]


def total(items):
    result = 0
    for item in items:
        result = item + result
    return result


def get(thing):
    return thing.n + thing.n


kinds = [Kind(i) for i in range(8)]
for round in range(700):
    numbers = number(round, 3), number(2**63 - 1, round), number(0.5, round), number(True, 2), number(2**70, 0.5)
    items = first([1]), first((2,)), first("c"), first(b"d"), first({0: "e"}), first(range(6, 9)), first(kinds[7])
    totals = total([1, 2]), total((0.5, 1)), total({3, 4}), total(range(4)), total(kinds[5]), total(kinds[2:4])
    gets = [get(kind) for kind in kinds]
    calls = [f(3) for f in (kinds[2], abs, str, lambda x: x, [].__class__.__len__ if 0 else float, complex)]
    compared = ["less" if kind < 1 else "not" for kind in kinds[:2]]
print(numbers[1:], items, totals, gets, calls, compared, sep="\n")
