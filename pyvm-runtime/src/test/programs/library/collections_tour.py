from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
d.rotate(1)
print(d, d.maxlen, d.pop(), d.popleft(), d[0], d.index(2), d.count(2), list(reversed(d)), d == deque([0, 2]), len(d))
d.extend("ab")
d.extendleft("xy")
d.insert(1, "new") if len(d) < 4 else print("full", d)
d.reverse()
d.remove("x")
del d[0]
print(d, d.copy() is d, d * 2, d + deque([1]), 2 in d, deque("abc") < deque("abd"))
for f in (lambda: deque([], maxlen=-1), lambda: deque().pop(), lambda: d.remove("zz"), lambda: d[99], lambda: [d.append(x) for x in d], lambda: deque([1], 1).insert(0, 2)):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
c = Counter("abracadabra")
c.update("aaa")
c.subtract({"a": 2, "z": 1})
print(c, c.most_common(2), c["nothing"], +c, -c, c.total(), sorted(c.elements()), c & Counter(a=3, b=9), c | Counter(q=1), c - Counter("ab"), c + Counter("b"), Counter(a=1) <= c)
dd = defaultdict(list, {"x": [0]})
dd["y"].append(1)
print(dd, dd.get("nope"), dd["new"], dd.default_factory, "q" in dd, dd | {"z": 1})
try:
    defaultdict()["x"]
except KeyError as e:
    print("KeyError", e)
Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), Point._fields, Point._field_defaults, p == (1, 2, 0), Point._make("abc"), [*p], hash(p) == hash((1, 2, 0)), Point.__doc__, Point.x.__doc__)
for f in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: namedtuple("Bad", "class x"), lambda: namedtuple("Bad", "x x"), lambda: p._replace(w=1), lambda: setattr(p, "x", 1), lambda: namedtuple("T", "_a")):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
print(namedtuple("R", "a class a _b", rename=True)._fields)


class Point3(namedtuple("Base", "x y")):
    __slots__ = ()

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5


print(Point3(3, 4).length, Point3(3, 4))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(last=False), list(reversed(o)), o == OrderedDict(a=1, b=2), o == {"a": 1, "b": 2}, o | {"z": 0})
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
cm["c"] = 4
print(cm, cm["a"], cm["b"], dict(cm), cm.parents, cm.new_child({"a": 0})["a"], list(cm), len(cm))
try:
    del cm["b"]
except KeyError as e:
    print("KeyError", e)


class Loud(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


print(Loud(a=1, b=2), UserList([3, 1]) + [2], sorted(UserList("ba")), UserString("abc").upper()[1:], type(UserString("x") + "y").__name__)
data = {"b": 1, "a": 2}
data |= {"c": 3}
items = data.items()
data["d"] = 4
print(data, list(items), data.keys() & {"a", "zz"}, ("a", 2) in items, data.keys() - set("abc"), list(reversed(data)), data.popitem(), data.pop("zz", None), data.setdefault("a", 9), dict.fromkeys("xy", 0), {**data, "a": 0})
try:
    for k in data:
        data[k * 2] = 1
except RuntimeError as e:
    print(e)
