# What a loop sees when it changes what it goes through; and iterators stay exhausted.
import copy
from collections import OrderedDict, deque


def log(source, change):
    seen = []
    try:
        for item in source:
            seen.append(item)
            if len(seen) > 9:
                break
            change(source, item)
    except (RuntimeError, KeyError) as error:
        seen.append(repr(error))
    print(seen)


dict_changes = [
    lambda d, k: d.__setitem__(k + 100, 1),
    lambda d, k: d.__delitem__(k),
    lambda d, k: (d.pop(k), d.__setitem__(k, 1)),
    lambda d, k: d.__setitem__(k, 7),
    lambda d, k: d.clear(),
    lambda d, k: d.popitem(),
    lambda d, k: (d.pop(k), d.__setitem__(k + 50, 1)),
]
for change in dict_changes:
    log({i: i for i in range(5)}, change)
    log(OrderedDict((i, i) for i in range(5)), change)
for change in [
    lambda s, k: s.add(k + 100),
    lambda s, k: s.remove(k),
    lambda s, k: (s.remove(k), s.add(k)),
    lambda s, k: s.clear(),
]:
    log({i * 3 for i in range(5)}, change)
for change in [
    lambda d, x: d.append(9),
    lambda d, x: d.popleft(),
    lambda d, x: d.__setitem__(0, 5),
    lambda d, x: d.rotate(1),
]:
    log(deque([1, 2, 3]), change)
log([1, 2, 3], lambda l, x: l.append(x * 2))
log([1, 2, 3, 4], lambda l, x: l.remove(x))


def sort_and_change(change):
    items = [3, 1, 2]
    try:
        items.sort(key=lambda x: (change(items), x)[1])
        print(items)
    except ValueError as error:
        print(repr(error), items)


sort_and_change(lambda l: l.append(4))
sort_and_change(lambda l: l.clear())
sort_and_change(len)

for source in [[1, 2], (1, 2), {1: 1, 2: 2}, {1, 2}, range(2), range(2**70, 2**70 + 2), deque([1, 2]), b"ab", "ab"]:
    iterator = iter(source)
    first = next(iterator)
    twin = copy.copy(iterator)
    hint = iterator.__length_hint__()
    print(type(iterator).__name__, first, hint, list(twin), list(iterator), list(iterator), list(copy.copy(iterator)))
numbers = [1]
iterator = iter(numbers)
print(list(iterator))
numbers.append(2)
print(list(iterator), iterator.__reduce__()[1])
