# Lazy pipelines: each stage pulls from the one before; prints show who runs when.
from itertools import chain, count, islice, takewhile


def source(n):
    for i in range(n):
        print(f"<{i}>", end=" ")
        yield i


def only(predicate, items):
    for item in items:
        if predicate(item):
            yield item


def running(items):
    total = 0
    for item in items:
        total += item
        yield total


def batches(items, size):
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


def flatten(tree):
    if isinstance(tree, (list, tuple)):
        for branch in tree:
            yield from flatten(branch)
    else:
        yield tree


pipeline = running(only(lambda i: i % 3, source(10)))
print("nothing yet")
print(next(pipeline))
print(next(pipeline))
print(list(pipeline))
print(list(batches("abcdefgh", 3)))
print(list(flatten([1, [2, (3, [4]), []], 5])))




class Shared:
    """Lets a stream read what it has already made."""

    def __init__(self, make):
        self.made, self.source = [], make

    def __iter__(self):
        for i in count():
            while len(self.made) <= i:
                self.made.append(next(self.source))
            yield self.made[i]


def fib(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b


print(list(takewhile(lambda x: x < 100, fib())), sum(islice(fib(), 50)))
shared = Shared(fib())
print(list(islice(shared, 5)), list(islice(shared, 8)), len(shared.made))


def permutations(items):
    if not items:
        yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield (item, *rest)


print(["".join(p) for p in permutations("abc")], sum(1 for _ in permutations("abcdef")))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(*hanoi(3), sum(1 for _ in hanoi(10)))
print(list(chain.from_iterable(range(i) for i in range(4))))
squares = (x * x for x in count())
print(next(squares), next(squares), next(squares), 25 in squares, next(squares))
