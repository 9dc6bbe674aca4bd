"""Lists of numbers: five sorts in plain Python, and the built-in one with keys."""
from timing import measure


def numbers(n):
    state, result = 1, []
    for _ in range(n):
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        result.append(state >> 8)
    return result


def quick(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        quick(items, low, j)
        low = i


def heap(items):
    def sift(root, end):
        while (child := 2 * root + 1) < end:
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if items[root] >= items[child]:
                return
            items[root], items[child] = items[child], items[root]
            root = child

    for root in range(len(items) // 2 - 1, -1, -1):
        sift(root, len(items))
    for end in range(len(items) - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(0, end)


def merge(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge(items[:middle]), merge(items[middle:])
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    return result + left[i:] + right[j:]


def shell(items):
    gap = len(items) // 2
    while gap:
        for i in range(gap, len(items)):
            item = items[i]
            while i >= gap and items[i - gap] > item:
                items[i] = items[i - gap]
                i -= gap
            items[i] = item
        gap //= 2


def insertion(items):
    for i in range(1, len(items)):
        item = items[i]
        j = i - 1
        while j >= 0 and items[j] > item:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = item


def run():
    data = numbers(2000)
    a, b, c, d = data[:], data[:], data[:], data[:150]
    quick(a, 0, len(a) - 1)
    heap(b)
    shell(c)
    insertion(d)
    expected = sorted(data)
    by_key = sorted(data, key=lambda n: (n % 100, -n))
    return a == expected, b == expected, merge(data) == expected, c == expected, d == sorted(data[:150]), by_key[:3]


measure(run, (True, True, True, True, True, [8235400, 7222000, 5705200]))
