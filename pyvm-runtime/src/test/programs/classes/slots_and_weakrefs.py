import gc
import weakref


class Point:
    __slots__ = ("x", "y", "__weakref__")

    def __init__(self, x, y=0):
        self.x, self.y = x, y


class Point3(Point):
    __slots__ = ("z",)


class Open(Point):
    pass


p = Point3(1)
print(p.x, p.y, hasattr(p, "z"), hasattr(p, "__dict__"))
p.z = 3
try:
    p.w = 4
except AttributeError as e:
    print(e)
try:
    del p.z
    p.z
except AttributeError as e:
    print(e)
o = Open(1)
o.anything = "goes"
print(o.__dict__, Point.x, Point.x.__get__(o))
for body in ({"__slots__": ("a",), "a": 1}, {"__slots__": ("1a",)}, {"__slots__": 3}):
    try:
        type("Bad", (), body)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    class Both(Point3, type("Q", (), {"__slots__": ("q",)})):
        pass
except TypeError as e:
    print(e)
r = weakref.ref(p, lambda ref: print("gone", ref() is None))
print(r() is p)
del p
gc.collect()
cache = weakref.WeakValueDictionary()
a = Point(1)
cache["a"] = a
print(list(cache), cache["a"] is a, len(cache))
try:
    weakref.ref(5)
except TypeError as e:
    print(e)
proxy = weakref.proxy(a)
proxy.x = 99
print(a.x, type(proxy).__name__)
s = weakref.WeakSet([a])
print(a in s, len(s))
method = weakref.WeakMethod(a.__init__)
print(method()(7), a.x)
f = weakref.finalize(a, print, "finalised", 1)
print(f.alive, f.detach() is not None, f.alive)
