from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Container, Hashable, Iterable, MutableMapping, Sequence, Sized


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...

    @abstractmethod
    def scale(self, k): ...

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Shape and "area" in vars(other):
            return True
        return NotImplemented

    def describe(self):
        return f"{type(self).__name__} of {self.area:.2f}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side**2

    def scale(self, k):
        return Square(self.side * k)


class Half(Shape):
    area = 1


class Duck:
    area = 5


print(Square(2).scale(1.5).describe(), sorted(Shape.__abstractmethods__), Half.__abstractmethods__)
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print(e)
print(issubclass(Duck, Shape), isinstance(Duck(), Shape), issubclass(int, Shape))


class Registry(metaclass=ABCMeta):
    pass


@Registry.register
class Stranger:
    pass


print(isinstance(Stranger(), Registry), Stranger.__mro__[1:])


class Lower(MutableMapping):
    """A mapping that ignores case; five methods bring the other dozen."""

    def __init__(self, *args, **kw):
        self._d = {}
        self.update(*args, **kw)

    def __getitem__(self, key):
        return self._d[key.lower()][1]

    def __setitem__(self, key, value):
        self._d[key.lower()] = key, value

    def __delitem__(self, key):
        del self._d[key.lower()]

    def __iter__(self):
        return (key for key, _ in self._d.values())

    def __len__(self):
        return len(self._d)


m = Lower({"Accept": 1}, host="x")
m["ACCEPT"] = 2
print(dict(m), "HOST" in m, m.get("nope"), m.pop("Host"), m.setdefault("New", 5), list(m.items()), m == {"ACCEPT": 2, "New": 5})
print(list(m.keys() & {"New", "x"}), m.popitem(), len(m))


class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return self.n - i


c = Countdown(5)
print(list(c), list(reversed(c)), c.index(2), c.count(3), 4 in c, 9 in c)
print(isinstance([], Hashable), isinstance((), Hashable), isinstance(c, Sized), isinstance(c, Iterable), issubclass(dict, Container))


class Grid:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Grid[3, 4], list[int], dict[str, list[int]], list[int]([1]), tuple[int, ...].__args__, type[int], (int | None).__args__)
try:
    int[3]
except TypeError as e:
    print(e)
