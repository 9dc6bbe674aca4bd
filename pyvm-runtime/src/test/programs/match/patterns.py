# Every kind of pattern, what it binds, and in which order things are asked.
from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: int = 0


class Colour(Enum):
    RED = 1
    BLUE = 2


class Positional:
    __match_args__ = ("first", "second")

    def __init__(self, first, second):
        self.first, self.second = first, second


LIMIT = 10


def kind(subject):
    match subject:
        case None | True | False:
            return f"singleton {subject}"
        case 0 | 0.5 | -1 | 3 + 4j:
            return f"number {subject!r}"
        case "a" "b" | b"c":
            return f"literal {subject!r}"
        case Colour.RED:
            return "red"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(y, 0):
            return f"on an axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point() as p:
            return f"some {p}"
        case Positional(1, second=(2 | 3) as two):
            return f"positional {two}"
        case str(s) | bytes(s):
            return f"text {s!r}"
        case int(n) if n > LIMIT:
            return f"big {n}"
        case int():
            return "int"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x}"
        case [1, *_]:
            return "starts with 1"
        case [first, *middle, [1 | 2 as last]]:
            return f"{first} {middle} {last}"
        case (_, y, *rest):
            return f"second {y}, rest {rest}"
        case {"type": "circle", "radius": float(r) | int(r)}:
            return f"circle {r}"
        case {"type": str(t), **others}:
            return f"{t} with {others}"
        case {1: x, 2.0: y}:
            return f"mapping {x} {y}"
        case {}:
            return "some mapping"
        case _:
            return f"something else: {type(subject).__name__}"


for subject in (
    None, True, False, 0, 0.0, 0.5, -1, -1.0, 3 + 4j, 1, 11, "ab", "abc", b"c", b"d", Colour.RED, Colour.BLUE, Point(0, 0),
    Point(0, 5), Point(5), Point(2, 2), Point(1, 2), Positional(1, 3), Positional(1, 4), [], (), [1], [[2]], [1, 2], (2, 3, 4),
    ["x", "y", [2]], [0, [2]], range(3), {}, {"type": "circle", "radius": 2}, {"type": "square", "side": 1}, {1: "a", 2: "b", 3: 0},
    {"type": 5}, {1, 2}, iter([]), bytearray(b"x"), 1.5, lambda: 0,
):
    text = repr(subject)
    print(f"{text if ' at 0x' not in text else type(subject).__name__:<40} {kind(subject)}")


class Asked:
    """Tells what a pattern asks of its subject."""

    __match_args__ = ("a", "b")

    def __init__(self, **values):
        self.values = values

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        print("  asked for", name)
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name)

    def __eq__(self, other):
        print("  compared with", other)
        return False


def ask(subject):
    match subject:
        case 1:
            return 1
        case Asked(1, 2):
            return 2
        case Asked(b=2, a=2):
            return 3
        case Asked(c=_):
            return 4


print(ask(Asked(a=2, b=2)))
print(ask(Asked(a=5, c=1)))
print(ask(Asked()))


def binds(value):
    match value:
        case [a, b] if a > b:
            pass
        case [a, _]:
            a += 100
    return a, locals().get("b")


print(binds([1, 2]), binds([3, 2]))
match match := 5:
    case case:
        print(match, case)
match (1, 2), 3:
    case (a, b), c:
        print(a, b, c)
match 1,:
    case x,:
        print(x)
for source in (
    "match 1:\n case x: pass\n case 2: pass",
    "match 1:\n case [x, x]: pass",
    "match 1:\n case x | 2: pass",
    "match 1:\n case x | y: pass",
    "match 1:\n case {**r, 'a': 1}: pass",
    "match 1:\n case {'a': 1, 'a': 2}: pass",
    "match 1:\n case [*a, *b]: pass",
    "match 1:\n case int(a=1, a=2): pass",
    "match 1:\n case 1 + 2: pass",
    "match 1:\n case -x: pass",
    "match 1:\n case f'x': pass",
    "match 1:\n case _.b(): pass",
    "match 1:\n case x as _: pass",
    "match 1:\n case int(1, 2): print(2)",
    "match 1:\n case len(): pass",
    "match Positional(1, 2):\n case Positional(1, first=1): pass",
    "match Positional(1, 2):\n case Positional(1, 2, 3): pass",
):
    try:
        exec(source)
        print("fine")
    except (SyntaxError, TypeError, NameError) as e:
        print(type(e).__name__, e)
