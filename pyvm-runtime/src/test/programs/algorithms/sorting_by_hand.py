# Seven sorting algorithms agree with sorted() on the same pseudo-random data.


def numbers(count, seed=12345):
    """A linear congruential generator: the same list everywhere."""
    out = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(seed % 1000)
    return out


def bubble(a):
    a = a[:]
    for end in range(len(a) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
                swapped = True
        if not swapped:
            break
    return a


def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        x = a[i]
        j = i - 1
        while j >= 0 and a[j] > x:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x
    return a


def selection(a):
    a = a[:]
    for i in range(len(a)):
        least = min(range(i, len(a)), key=a.__getitem__)
        a[i], a[least] = a[least], a[i]
    return a


def merge(a):
    if len(a) < 2:
        return a[:]
    middle = len(a) // 2
    left, right = merge(a[:middle]), merge(a[middle:])
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    return out + left[i:] + right[j:]


def quick(a):
    if not a:
        return []
    pivot, *rest = a
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def heap(a):
    a = a[:]

    def sink(i, size):
        while True:
            child = 2 * i + 1
            if child >= size:
                return
            if child + 1 < size and a[child + 1] > a[child]:
                child += 1
            if a[i] >= a[child]:
                return
            a[i], a[child] = a[child], a[i]
            i = child

    for i in reversed(range(len(a) // 2)):
        sink(i, len(a))
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sink(0, end)
    return a


def radix(a):
    digit = 1
    while digit <= max(a, default=0):
        buckets = [[] for _ in range(10)]
        for x in a:
            buckets[x // digit % 10].append(x)
        a = [x for bucket in buckets for x in bucket]
        digit *= 10
    return a


data = numbers(200)
expected = sorted(data)
print(data[:12])
print(expected[:12], expected[-3:])
for algorithm in (bubble, insertion, selection, merge, quick, heap, radix):
    result = algorithm(data)
    print(f"{algorithm.__name__:<10} {result == expected} {sum(result)}")
    assert algorithm([]) == [] and algorithm([1]) == [1]

# sort is stable, takes a key, and refuses to be watched while it works.
words = "the quick brown fox jumps over the lazy dog again and again".split()
print(sorted(words, key=len))
print(sorted(words, key=len, reverse=True))
print(sorted(set(words), key=lambda w: (-len(w), w)))
watched = [3, 1, 2]


def peek(x):
    assert watched == []
    return x


watched.sort(key=peek)
print(watched)
try:
    sorted([1, "a", 2])
except TypeError as e:
    print(e)
