"""Comprehensions of lists, sets and dictionaries, with zip, enumerate, sorted, any and all: a table of sales."""
from timing import measure


def matrix_product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def primes(n):
    return [p for p in range(2, n) if all(p % d for d in range(2, int(p ** 0.5) + 1))]


def triples(n):
    return [(a, b, c) for a in range(1, n) for b in range(a, n) for c in range(b, n) if a * a + b * b == c * c]


def sales():
    rows = [{"id": i, "town": f"town{i % 9}", "kind": "abc"[i % 3], "price": i * 7 % 101} for i in range(1200)]
    towns = sorted({row["town"] for row in rows})
    by_town = {town: [row["price"] for row in rows if row["town"] == town] for town in towns}
    best = {town: max(enumerate(prices), key=lambda pair: pair[1]) for town, prices in by_town.items()}
    kinds = {kind: sum(row["price"] for row in rows if row["kind"] == kind) for kind in "abc"}
    cheap = any(row["price"] > 100 for row in rows) and all(row["price"] >= 0 for row in rows)
    return [best[town][0] for town in towns], kinds, cheap


def run():
    a = [[i * j % 10 for j in range(24)] for i in range(24)]
    trace = sum(row[i] for i, row in enumerate(matrix_product(a, a)))
    return trace, len(primes(1500)), len(triples(40)), sales()


measure(run, (12336, 239, 15, ([8, 64, 19, 75, 30, 86, 41, 97, 52], {'a': 20006, 'b': 19978, 'c': 19950}, False)))
