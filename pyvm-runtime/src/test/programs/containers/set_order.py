# Sets of ints and tuples of ints come in one order on every machine: that of CPython's hash table.
state = 4


def pick(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state // 65536) % n


for span in (10, 60, 1000, 10**9):
    numbers = set()
    for n in range(60):
        some = [(pick(2 * span) - span) * [1, 1, 8, 32][pick(4)] for _ in range([1, 2, 9, 30][pick(4)])]
        match pick(9):
            case 0 | 1:
                numbers.add(some[0])
            case 2:
                numbers.discard(next(iter(numbers), 0))
            case 3:
                numbers.update(some)
            case 4:
                numbers |= set(some)
            case 5:
                numbers -= set(some) | set(list(numbers)[::3])
            case 6:
                numbers = numbers ^ set(some)
            case 7:
                numbers = numbers & set(list(numbers)[: pick(40)] + some)
            case 8:
                numbers = numbers.difference(some, list(numbers)[::4])
    print(span, list(numbers)[:12], numbers.pop() if numbers else None, hash(frozenset(numbers)))

print({(x, y) for x in range(4) for y in range(x)})
print({1.5, 2.25, -0.5, 3, 2**70, -(2**61)}, {True, 1, 1.0, 2})
print(frozenset([1, (2, 3), frozenset([4])]), hash((1, 2, (3, 4))), hash(()), hash(range(1, 9, 3)))
print({1: 0, 2: 0}.keys() | {9, 17}, {5, 13, 21} - {5: 1}.keys(), {1, 2, 3} & {3: 3, 2: 2}.keys())
