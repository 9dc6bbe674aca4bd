# Arrays and pointers: items, slices, texts, casts, what is kept alive, memory of other objects.
import array
from ctypes import *


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = (c_int * 5)(1, 2, 3)
print(len(a), list(a), a[-2], a[1:4], a[::-2])
a[1:3] = [20, 30]
print(list(a), c_int * 5 is type(a), (c_int * 2 * 3).__name__)
s = create_string_buffer(b"hello", 10)
print(s.value, s.raw, s[1], s[1:4], sizeof(s))
s.value = b"bye"
print(s.raw)
w = create_unicode_buffer("hi\U0001f600", 5)
print(w.value, w[:2], len(w))
p = pointer(c_int(7))
print(p.contents, p[0], bool(p), bool(POINTER(c_int)()), p._objects)
p[0] = 8
print(p.contents.value)
q = cast(a, POINTER(c_int))
print(q[3], q[0:5], q[1:4:2])
q[4] = 44
print(a[4])
v = cast(a, c_void_p)
print(v.value == addressof(a), cast(v, POINTER(c_short))[2])
rows = (POINTER(c_int) * 2)()
rows[0] = (c_int * 2)(5, 6)
rows[1] = pointer(a_one := c_int(9))
print(rows[0][1], rows[1][0], sorted(rows._objects))
for f in (
    lambda: a[5],
    lambda: a["x"],
    lambda: (c_int * 2)(1, 2, 3),
    lambda: c_int * -1,
    lambda: POINTER(c_int)().contents,
    lambda: POINTER(c_int)(3),
    lambda: setattr(s, "value", b"x" * 11),
    lambda: p[:],
    lambda: cast(3, c_int),
    lambda: a.__setitem__(slice(0, 2), [1]),
):
    attempt(f)
m = memoryview(a)
print(m.format, m.shape, m.itemsize, m.nbytes, bytes(m) == bytes(a))
memoryview(a).cast("B")[0] = 255
print(a[0])
data = bytearray(b"\1\0\0\0\2\0\0\0")
shared = (c_int * 2).from_buffer(data)
shared[1] = 0x01020304
print(data, list(shared))
data[0] = 9
print(shared[0])
attempt(lambda: data.append(1))
numbers = array.array("i", [3, 1, 2])
view = (c_int * 3).from_buffer(numbers)
view[0] = 30
print(numbers)
print((c_int * 2).from_buffer_copy(b"abcdefgh")[0], c_short.from_buffer(data, 4).value)
attempt(lambda: c_int.from_buffer(b"1234"))
attempt(lambda: c_int.from_buffer(bytearray(3)))
x = c_int(5)
resize(x, 100)
print(sizeof(x), x.value)
y = c_int.from_address(addressof(x))
y.value = 6
print(x.value, string_at(b"abc\0def"), string_at(b"abcdef", 3), wstring_at("wide", 2))
