# Structures and unions: layout, bit fields, packing, inheritance, anonymous fields, other orders of bytes, pickles, errors.
import _ctypes
import pickle
from ctypes import *


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def show(t):
    print(t.__name__, sizeof(t), alignment(t), [getattr(t, f[0]) for f in t._fields_])


class Point(Structure):
    _fields_ = [("x", c_int), ("y", c_int)]


class Mixed(Structure):
    _fields_ = [("c", c_char), ("d", c_double), ("s", c_short), ("p", Point * 2), ("name", c_char * 5), ("w", c_wchar * 3)]


class Packed(Structure):
    _pack_ = 1
    _fields_ = [("c", c_char), ("d", c_double), ("s", c_short)]


class Bits(Structure):
    _fields_ = [("a", c_int, 3), ("b", c_uint, 5), ("c", c_ubyte, 4), ("d", c_longlong, 40), ("e", c_short, 9)]


class BigBits(BigEndianStructure):
    _fields_ = [("a", c_uint32, 4), ("b", c_uint32, 12), ("c", c_uint16), ("d", c_double)]


class Number(Union):
    _fields_ = [("i", c_int), ("f", c_float), ("b", c_ubyte * 4)]


class Tagged(Structure):
    _anonymous_ = ("number",)
    _fields_ = [("tag", c_char), ("number", Number)]


class Point3(Point):
    _fields_ = [("z", c_int)]


for t in (Point, Mixed, Packed, Bits, BigBits, Number, Tagged, Point3):
    show(t)
print(_ctypes.buffer_info(Mixed), _ctypes.buffer_info(Point3), _ctypes.buffer_info(Number))
b = Bits(-3, 31, 9, -5, 200)
print(b.a, b.b, b.c, b.d, b.e, bytes(b).hex())
g = BigBits(0xA, 0xBCD, 0x1234, 1.0)
print(g.a, g.b, hex(g.c), g.d, bytes(g).hex())
t = Tagged(b"t")
t.f = 1.0
print(hex(t.i), list(t.b), t.number.i == t.i)
m = Mixed(b"c", 2.5, 3, ((1, 2), Point(3, 4)), b"abc", "xy")
print(m.c, m.d, m.s, [(p.x, p.y) for p in m.p], m.name, m.w)
m.p[1].x = 99
print(m.p[1].x, m._objects, m.p._b_base_ is m, m._b_needsfree_)
p = Point3(1, y=2, z=3)
print(p.x, p.y, p.z, bytes(p) == bytes((c_int * 3)(1, 2, 3)))
print(pickle.loads(pickle.dumps(p)).y)
for f in (
    lambda: Point(1, 2, 3),
    lambda: Point(1, x=3),
    lambda: setattr(p, "x", "1"),
    lambda: setattr(m, "name", b"too long"),
    lambda: setattr(m, "w", "long"),
    lambda: delattr(p, "x"),
    lambda: setattr(Point, "_fields_", []),
    lambda: type("B", (Structure,), {"_fields_": [("a", c_int, 40)]}),
    lambda: type("B", (Structure,), {"_fields_": [("a", c_double, 4)]}),
    lambda: type("B", (Structure,), {"_fields_": [("a", 5)]}),
    lambda: type("B", (Structure,), {"_fields_": 5}),
    lambda: type("B", (Structure,), {"_fields_": [], "_pack_": -1}),
    lambda: pickle.dumps(c_char_p(b"x")),
    lambda: setattr(m, "p", (c_int * 2)()),
):
    attempt(f)


class Node(Structure):
    pass


Node._fields_ = [("value", c_int), ("next", POINTER(Node))]
third = Node(3, None)
second = Node(2, pointer(third))
first = Node(1, pointer(second))
print(first.next.contents.next.contents.value, bool(third.next))
