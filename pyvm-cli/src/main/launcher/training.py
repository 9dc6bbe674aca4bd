"""Run once by the launcher, for the JVM to note which classes, methods and profiles most programs need."""
import argparse
import collections
import dataclasses
import functools
import io
import itertools
import json
import os
import re
import sys
import tempfile
import threading
import traceback


@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int = 0

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


class Shape:
    kinds = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Shape.kinds[cls.__name__] = cls

    def area(self, scale=1, *rest, unit="cm", **more):
        return 0


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self, *args, **kwargs):
        return super().area(*args, **kwargs) + self.side * self.side


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


@functools.lru_cache(maxsize=None)
def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


def words():
    text = "the quick brown fox jumps over the lazy dog " * 20
    counted = collections.Counter(text.split())
    by_length = collections.defaultdict(list)
    for word, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        by_length[len(word)].append(f"{word:>8}: {count:3d} {count / len(counted):.2f}")
    found = re.findall(r"(\w+) (?:fox|dog)\b", text)
    replaced = re.sub("[aeiou]+", lambda match: match.group().upper(), text)
    return "\n".join(line for lines in by_length.values() for line in lines), found, replaced.title()


def numbers():
    total = sum(x * x for x in range(200) if x % 3)
    first = list(itertools.islice(fibonacci(), 90))
    table = {n: [n // d for d in range(1, n + 1) if n % d == 0] for n in range(1, 40)}
    points = sorted(Point(i % 7, -i) for i in range(30))
    return total, first[-1], len(table), points[0] + points[1], points[-1].norm, 2 ** 100 % 97, ackermann(2, 3)


def failures():
    try:
        try:
            {}["missing"]
        except KeyError as error:
            raise ValueError("nested") from error
        finally:
            Square(2).area(1, 2, unit="m", colour="red")
    except ValueError:
        return traceback.format_exc()


def files():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "data.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"list": [1, 2.5, None, True, "text é"], "nested": {"a": {}}}, file, indent=2)
        with open(path, encoding="utf-8") as file:
            return json.load(file), [line.rstrip() for line in open(path, encoding="utf-8")]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=3)
    options = parser.parse_args(["--count", "2"])
    for _ in range(options.count):
        out = io.StringIO()
        for part in (words, numbers, failures, files):
            print(part.__name__, part(), file=out)
        thread = threading.Thread(target=out.write, args=("done",))
        thread.start()
        thread.join()
        sys.stdout.write(out.getvalue())
    with open(argparse.__file__, encoding="utf-8") as source:
        exec(compile(source.read(), "again", "exec"), {"__name__": "again"})


main()
