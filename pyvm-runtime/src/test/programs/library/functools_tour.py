import functools
from functools import cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps


def traced(function):
    @wraps(function)
    def wrapper(*args, **kw):
        """The wrapper's own text."""
        print(f"{function.__name__}{args}", end=" ")
        return function(*args, **kw)

    return wrapper


@traced
def add(a: int, b: int = 2) -> int:
    """Adds."""
    return a + b


print(add(1), add.__name__, add.__doc__, add.__wrapped__(3), add.__annotations__, add.__module__)


@lru_cache(maxsize=2)
def slow(x):
    print(f"<computing {x}>", end=" ")
    return x * x


print(slow(1), slow(1), slow(2), slow(3), slow(1), slow.cache_info(), slow.cache_parameters(), slow.cache_clear(), slow.cache_info())
typed = lru_cache(typed=True)(lambda x: type(x).__name__)
print(typed(1), typed(1.0), typed(True), typed.cache_info().currsize)
try:
    slow([])
except TypeError as e:
    print(e)
p = partial(int, base=2)
print(p("101"), p, p.func, p.args, p.keywords, partial(partial(pow, 2), 5)(), partial(print, "a", sep="-")("b", "c"), p("12", base=10))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 1, 4], 10), reduce(lambda a, b: b, [], "empty"))
try:
    reduce(add, [])
except TypeError as e:
    print(e)


@singledispatch
def show(x):
    return f"something {x!r}"


@show.register
def _(x: int | bool):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return f"sequence of {len(x)}"


@show.register
def _(x: dict):
    return "{" + ", ".join(show(v) for v in x.values()) + "}"


print(show(1), show(True), show([1]), show((1, 2)), show({"a": 1, "b": None}), show(1.5), show.dispatch(bool).__name__, sorted(c.__name__ for c in show.registry))


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, loud=False):
        self.alive = state
        return state, loud

    kill = partialmethod(set_state, False, loud=True)

    @singledispatchmethod
    def act(self, x):
        return "default"

    @act.register
    def _(self, x: str):
        return x.upper()

    @cached_property
    def costly(self):
        print("once", end=" ")
        return [1]


c = Cell()
print(c.kill(), c.act(1), c.act("s"), c.costly is c.costly, vars(c))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


v = [Version(t) for t in ("1.10", "1.9", "1.9.1")]
print([x.parts for x in sorted(v)], v[0] >= v[1], v[1] <= v[2], v[1] > v[2], max(v).parts)
print(sorted("bAc", key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))), functools.cmp_to_key(lambda a, b: 0)(1) == functools.cmp_to_key(lambda a, b: 0)(2) or "incomparable keys")


@functools.cache
def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


print(ackermann(2, 9), ackermann.cache_info().hits > 0)
