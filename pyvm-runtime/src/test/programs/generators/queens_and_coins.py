def queens(n, columns=()):
    if len(columns) == n:
        yield columns
        return
    row = len(columns)
    for c in range(n):
        if all(c != cc and abs(c - cc) != row - r for r, cc in enumerate(columns)):
            yield from queens(n, columns + (c,))


for n in range(1, 8):
    print(n, sum(1 for _ in queens(n)))
for c in next(queens(8)):
    print("." * c + "Q" + "." * (7 - c))


def average():
    total = count = 0
    result = None
    while True:
        value = yield result
        if value is None:
            return result
        total += value
        count += 1
        result = total / count


def collect(results):
    while True:
        results.append((yield from average()))


results = []
collector = collect(results)
next(collector)
for group in ((10, 20, 30), (5,), (2, 4)):
    for value in group:
        collector.send(value)
    collector.send(None)
print(results)
