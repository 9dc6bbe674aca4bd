# Every way down ends in RecursionError, and the program goes on.
import json
import sys


def attempt(name, function):
    try:
        function()
        print(name, "no error")
    except RecursionError as e:
        print(name, "RecursionError")
    except Exception as e:
        print(name, type(e).__name__)


def forever():
    return forever()


def mutual_a(n):
    return mutual_b(n) + 1


def mutual_b(n):
    return mutual_a(n) + 1


class Attr:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __bool__(self):
        return bool(self)

    def __len__(self):
        return len(self)

    def __iter__(self):
        return iter(list(self))

    def __call__(self):
        return self()

    def __add__(self, other):
        return self + other

    def __getitem__(self, i):
        return self[i]

    def __contains__(self, x):
        return x in self

    def __str__(self):
        return f"{self}"

    def __lt__(self, other):
        return sorted([self, other])


def gen():
    yield from gen()


class Meta(type):
    def __call__(cls):
        return cls()


class Recursive(metaclass=Meta):
    pass


nested = []
for _ in range(100000):
    nested = [nested]
nested_dict = {}
for _ in range(100000):
    nested_dict = {1: nested_dict}
a = Attr()
attempt("call", forever)
attempt("mutual", lambda: mutual_a(1))
attempt("lambda", lambda: (lambda f: f(f))(lambda f: f(f)))
attempt("getattr", lambda: a.x)
attempt("repr", lambda: repr(a))
attempt("eq", lambda: a == 1)
attempt("hash", lambda: hash(a))
attempt("bool", lambda: bool(a))
attempt("len", lambda: len(a))
attempt("iter", lambda: iter(a))
attempt("call method", lambda: a())
attempt("add", lambda: a + 1)
attempt("getitem", lambda: a[0])
attempt("contains", lambda: 1 in a)
attempt("str", lambda: str(a))
attempt("lt", lambda: a < a)
attempt("yield from", lambda: list(gen()))
attempt("metaclass", lambda: Recursive())
attempt("repr of nested list", lambda: repr(nested))
attempt("compare nested lists", lambda: nested == [nested])
attempt("repr of nested dict", lambda: repr(nested_dict))
attempt("json", lambda: json.dumps(nested))
attempt("sort key", lambda: sort_key(1))
attempt("comprehension", lambda: comprehension(1))
attempt("map", lambda: list_map(1))
attempt("isinstance", lambda: isinstance(1, make_tuple()))
attempt("exec", lambda: exec_(1))


def sort_key(x):
    return sorted([1], key=sort_key)


def comprehension(x):
    return [comprehension(y) for y in (x,)]


def list_map(x):
    return list(map(list_map, [x]))


def make_tuple():
    t = (int,)
    for _ in range(100000):
        t = (t,)
    return (t, str)


def exec_(x):
    exec("exec_(1)", globals())


for name in ("sort_key", "comprehension", "list_map", "exec_"):
    attempt(name, lambda: globals()[name](1))
loop = []
loop.append(loop)
loop_dict = {"me": None}
loop_dict["me"] = loop_dict
print(loop, loop_dict)


def depth(n):
    return n if n == 0 else 1 + depth(n - 1)


print(depth(900), sys.getrecursionlimit())
sys.setrecursionlimit(5000)
print(depth(4500))
sys.setrecursionlimit(150)
attempt("lower limit", lambda: depth(200))
try:
    sys.setrecursionlimit(5)
except (RecursionError, ValueError) as e:
    print(type(e).__name__, e)
sys.setrecursionlimit(1000)
caught = 0


def nested_handlers(n):
    global caught
    try:
        nested_handlers(n + 1)
    except RecursionError:
        caught += 1
        raise


attempt("nested handlers", lambda: nested_handlers(0))
print(caught > 500)
del nested, nested_dict
print("still here")
