import dataclasses
import enum
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


@dataclass(order=True)
class Item:
    sort_index: float = field(init=False, repr=False)
    name: str
    price: float = 1.0
    tags: list[str] = field(default_factory=list, compare=False)
    scale: InitVar[int] = 1
    count: ClassVar[int] = 0
    _: KW_ONLY
    secret: str = field(default="s", repr=False, hash=False)

    def __post_init__(self, scale):
        self.price *= scale
        self.sort_index = self.price
        Item.count += 1


a, b = Item("a", 2.0, ["x"], 3), Item("b", secret="t")
print(a, b, a > b, a == Item("a", 6.0), sorted([a, b])[0].name, Item.count)
print(asdict(a), astuple(b), replace(b, name="c", scale=2), [f.name for f in fields(Item)], Item.__match_args__)
a.tags.append("y")
print(b.tags, a.tags, Item.__hash__)


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


p = Point(1)
print(p, hash(p) == hash(Point(1, 0)), {p: 1}[Point(1)], Point.__slots__, hasattr(p, "__dict__"))
for f in (lambda: setattr(p, "x", 2), lambda: Point(), lambda: Point(1, 2, 3), lambda: replace(p, z=1), lambda: fields(3), lambda: dataclass(type("B", (), {"__annotations__": {"x": list}, "x": []})),
          lambda: dataclass(type("B", (), {"__annotations__": {"x": int, "y": int}, "x": 1})), lambda: a < 1):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class Base:
    x: int
    z: int = 10


@dataclass
class Child(Base):
    y: int = 0
    x: int = 5


print(Child(), Child(1, 2, 3), dataclasses.is_dataclass(Child), dataclasses.make_dataclass("Made", ["a", ("b", int, 3)])(1))


class Colour(enum.Enum):
    RED = 1
    GREEN = "green"
    CRIMSON = 1

    @property
    def shout(self):
        return self.name + "!"

    @classmethod
    def _missing_(cls, value):
        return cls.RED if value == "rouge" else None


print(list(Colour), Colour.RED, repr(Colour.RED), Colour(1), Colour["GREEN"], Colour.CRIMSON is Colour.RED, Colour.RED.shout, Colour("rouge"), Colour.__members__.keys(), len(Colour), Colour.RED in Colour)
for f in (lambda: Colour(9), lambda: Colour["NO"], lambda: setattr(Colour, "RED", 2), lambda: Colour.RED < Colour.GREEN, lambda: type("X", (Colour,), {}), lambda: enum.unique(Colour)):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


class Planet(enum.Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.642, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius


class Permission(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W


class Number(enum.IntEnum):
    ONE = 1
    TWO = 2


class Level(enum.StrEnum):
    LOW = enum.auto()
    HIGH = "high"


print(Planet.MARS.radius, Permission.R | Permission.X, ~Permission.R, Permission.RW & Permission.W, Permission(5), bool(Permission(0)), Permission.R in Permission.RW, list(Permission.RW))
print(Number.ONE + 1, Number.TWO == 2, f"{Number.ONE}", sorted([Number.TWO, Number.ONE]), Level.LOW, Level.HIGH.upper(), Level("low") is Level.LOW, enum.Enum("Animal", "CAT DOG").DOG, repr(Number.ONE))
