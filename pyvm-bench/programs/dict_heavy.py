"""Dictionaries and sets with int, str and tuple keys: counting, grouping, joining, an inverted index, memoised search."""
from timing import measure


def numbers(count, seed=42):
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield seed >> 8


def run():
    people = {}
    by_city = {}
    for i, n in enumerate(numbers(3000)):
        person = {"id": i, "name": f"name{n % 500}", "city": f"city{n % 37}", "age": n % 90}
        people[i] = person
        by_city.setdefault(person["city"], []).append(i)
    counts = {}
    for person in people.values():
        key = person["name"], person["age"] // 10
        counts[key] = counts.get(key, 0) + 1
    index = {}
    for i, person in people.items():
        for letter in set(person["name"]):
            index.setdefault(letter, set()).add(i)
    both = index["1"] & index["2"] - index["3"]
    ages = {city: sum(people[i]["age"] for i in ids) / len(ids) for city, ids in by_city.items()}
    grid = {(x, y): x * y % 7 for x in range(40) for y in range(40)}
    cheapest = {(0, 0): 0}
    for x in range(40):
        for y in range(40):
            if (x, y) not in cheapest:
                here = grid[x, y]
                cheapest[x, y] = here + min(cheapest.get((x - 1, y), 10**9), cheapest.get((x, y - 1), 10**9))
    for i in range(0, 3000, 3):
        del people[i]
    return len(counts), max(counts.values()), len(both), round(sum(ages.values()), 6), cheapest[39, 39], len(people)


measure(run, (2228, 4, 221, 1607.543166, 12, 2000))
