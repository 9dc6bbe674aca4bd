# Every simple type: its size, format, value after wrapping, its errors, and the type in the other order of bytes.
from ctypes import *
from ctypes import _SimpleCData
import _ctypes


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


for t in (c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint, c_long, c_ulong, c_longlong, c_bool):
    print(t.__name__, sizeof(t), alignment(t), _ctypes.buffer_info(t), t(-1), t(1 << 70 | 300))
for t, v in ((c_float, 0.1), (c_double, 0.1), (c_longdouble, 0.1), (c_char, b"x"), (c_wchar, "\U0001f600")):
    print(t.__name__, sizeof(t), _ctypes.buffer_info(t), t(v), bytes(t(v))[:10])
for v in (1.5, -0.0, 5e-324, 1e308, float("inf"), float("-inf"), float("nan"), 1 / 3):
    print(c_longdouble(v).value, end=" ")
print()
print(c_char_p(b"text").value, c_wchar_p("text").value, c_char_p().value, c_void_p(5).value, c_void_p().value)
print(py_object([1]).value, py_object("x"), bool(c_int(0)), bool(c_double(0.5)))
for t, v in ((c_int, "x"), (c_int, 1.5), (c_double, "x"), (c_char, b"xy"), (c_wchar, b"x"), (c_char_p, 1.5), (c_void_p, "x")):
    attempt(lambda: t(v))
attempt(lambda: py_object().value)
attempt(lambda: c_int(1, 2))
attempt(lambda: hash(c_int()))
for letters in ("X", "ab", "", 3):
    attempt(lambda: type(_SimpleCData)("T", (_SimpleCData,), {"_type_": letters}))
big = c_int.__ctype_be__
print(bytes(big(1)), big(258).value, big.__ctype_le__ is c_int, c_byte.__ctype_be__ is c_byte)


class Sub(c_int):
    pass


print(type((Sub * 2)(1, 2)[0]).__name__, type((c_int * 2)(1, 2)[0]).__name__, Sub(3).value)
