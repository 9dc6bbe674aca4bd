# Loops whose operands change type half-way: a specialised path must notice every time.
class Num:
    def __init__(self, v):
        self.v = v

    def __add__(self, other):
        return Num(self.v + getattr(other, "v", other))

    __radd__ = __add__

    def __lt__(self, other):
        return self.v < getattr(other, "v", other)

    def __repr__(self):
        return f"Num({self.v})"


def total(items, start=0):
    t = start
    for item in items:
        t = t + item
    return t


print(total(range(5000)), total([0.5] * 5000), total([1] * 3000 + [0.5] * 3000 + [2] * 10), total([2**62] * 20), total(["a"] * 5, ""), total([Num(1)] * 3), total([1, 2.5, Num(3), True]), total([[1], [2]], []))
print(total(range(5000)))
for bad in ([1] * 2000 + ["x"], ["a"] + [1], [1.5, None]):
    try:
        total(bad)
    except TypeError as e:
        print(e)


def compare(pairs):
    return sum(1 for a, b in pairs if a < b)


print(compare([(i, 500) for i in range(1000)]), compare([(i / 3, 100) for i in range(1000)]), compare([("a", "b")] * 500 + [(1, 2)] * 500 + [(Num(1), 2)] * 10 + [(2**70, 2**71)] * 5))


class A:
    kind = "A"

    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x


class B(A):
    kind = "B"

    def get(self):
        return -self.x


class C:
    __slots__ = ("x",)
    kind = "C"

    def get(self):
        return self.x * 2


class D:
    kind = "D"
    x = 1000

    def __getattr__(self, name):
        return lambda: 7


def visit(objects):
    out = 0
    kinds = ""
    for o in objects:
        out += o.get()
        kinds += o.kind if out % 50 == 0 else ""
    return out, kinds


c = C()
c.x = 5
print(visit([A(1)] * 300), visit([A(1), B(2), c, D()] * 100), visit([A(1)] * 300))
a = A(3)
results = []
for i in range(600):
    if i == 200:
        A.get = lambda self: self.x + 100
    if i == 300:
        a.get = lambda: "instance"
    if i == 400:
        del a.get
        a.__class__ = B
    if i == 500:
        B.get = A.get
    if i % 99 == 0:
        results.append(a.get())
    else:
        a.get()
print(results)
a.y = 1
a.z = 2
del a.y
shapes = []
for i in range(400):
    o = A(i)
    if i % 2:
        o.extra = i
    if i % 3 == 0:
        o.x = str(i)
    if i % 5 == 0:
        del o.x
    shapes.append(getattr(o, "x", None) or getattr(o, "extra", "none"))
print(shapes[:16], len(shapes))


def index(container, keys):
    return [container[k] for k in keys]


print(index([1, 2, 3], [0, 1, -1] * 200)[-3:], index({"a": 1, 2: "b"}, ["a", 2] * 100)[-2:], index("xyz", [0, 2]), index(range(10), [3, -1]), index(b"ab", [1]), index({True: "one"}, [1, 1.0]))


def loop_var():
    for x in [1] * 500 + ["s", 2.5, None, 2**80]:
        y = x
    return y


print(loop_var())


def overflow():
    n, seen = 1, []
    for i in range(200):
        n = n * 3 - i
        if i % 40 == 0:
            seen.append(n)
    return seen, n


print(overflow())


def call_many(functions):
    return [f(i) for i, f in enumerate(functions)]


print(call_many([lambda x: x] * 300 + [abs, str, A, (lambda x, y=2: x * y), A(5).__class__, [].append])[-5:-4], call_many([len] * 0), call_many([bool] * 3))
while_total = i = 0
while i < 1000:
    if i == 500:
        i = 500.0
    if i == 700:
        i = 700
    while_total += i
    i += 1
print(while_total, type(while_total).__name__, i)
