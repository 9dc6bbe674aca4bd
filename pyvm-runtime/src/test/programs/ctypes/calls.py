# Calls of the C library and callbacks from it.
import threading
from ctypes import *
from ctypes.util import find_library

libc = CDLL(None, use_errno=True)
libm = CDLL(find_library("m"))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(libc.strlen(b"hello"), libc.abs(-5), libc.toupper(ord("a")))
libm.pow.restype = c_double
libm.pow.argtypes = [c_double, c_double]
print(libm.pow(2, 0.5))
strchr = libc.strchr
strchr.restype = c_char_p
strchr.argtypes = c_char_p, c_char
print(strchr(b"abcdef", b"d"), strchr(b"abcdef", b"x"))
attempt(lambda: strchr(b"abcdef", "d"))
attempt(lambda: strchr(b"abcdef"))
attempt(lambda: libc.strlen(1.5))
buffer = create_string_buffer(50)
print(libc.sprintf(buffer, b"%d %s %5.2f %c", 42, b"text", c_double(2.5), b"x"[0]), buffer.value)

# Out of the bytes of others: they are copied in before the call and back after it.
data = bytearray(b"zyxw")
shared = (c_char * 4).from_buffer(data)
libc.memset(shared, ord("a"), 2)
print(data)
data[3:4] = b"Q"
print(string_at(shared, 4))
libc.memcpy(shared, b"1234", 4)
print(data)

compare_type = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
calls = []


def compare(a, b):
    calls.append(1)
    return a[0] - b[0]


numbers = (c_int * 6)(5, 3, 9, 1, 7, 2)
libc.qsort(numbers, len(numbers), sizeof(c_int), compare_type(compare))
print(list(numbers), len(calls) > 4)
libc.bsearch.restype = c_void_p
key = c_int(7)
found = libc.bsearch(byref(key), numbers, 6, 4, compare_type(compare))
print((found - addressof(numbers)) // 4)


class Div(Structure):
    _fields_ = [("quot", c_int), ("rem", c_int)]


libc.div.restype = Div
d = libc.div(17, 5)
print(d.quot, d.rem)


class LongDiv(Structure):
    _fields_ = [("quot", c_long), ("rem", c_long)]


libc.ldiv.restype = LongDiv
libc.ldiv.argtypes = [c_long, c_long]
d = libc.ldiv(-(10**15), 7)
print(d.quot, d.rem)


class Tm(Structure):
    _fields_ = [(n, c_int) for n in "sec min hour mday mon year wday yday isdst".split()] + [("gmtoff", c_long), ("zone", c_char_p)]


libc.gmtime_r.restype = POINTER(Tm)
tm = Tm()
print(libc.gmtime_r(byref(c_long(86400 * 365)), byref(tm)).contents.year, tm.mday, tm.zone)

set_errno(0)
print(libc.close(-1), get_errno(), set_errno(3), get_errno())

f = CFUNCTYPE(c_double, c_int, c_double, c_char_p)(lambda i, d, s: print(i, d, s) or i * d)
print(f(3, 1.5, b"bytes"))
big = CFUNCTYPE(c_longlong, *[c_longlong] * 10)(lambda *a: sum(a))
print(big(*range(10)))
point = CFUNCTYPE(c_int, Div)(lambda s: s.quot * 100 + s.rem)
print(point(Div(4, 2)))

libc.strlen.restype = lambda n: "length %d" % n
print(libc.strlen(b"four"))
libc.abs.errcheck = lambda result, function, args: (result, args)
print(libc.abs(-3))
prototype = CFUNCTYPE(c_int, c_char_p, POINTER(c_char_p), c_int)
strtol = prototype(("strtol", libc), ((1, "text"), (2, "end"), (1, "base", 10)))
print(strtol(b"12rest"), strtol(text=b"zz", base=36))
attempt(lambda: strtol())
attempt(lambda: libc.strlen.no_such_attribute)
attempt(lambda: CDLL("no_such_library.so"))


class Wrapped:
    def __init__(self, value):
        self._as_parameter_ = value


print(libc.atoi(Wrapped(b"77")))
results = []
threads = [threading.Thread(target=lambda: results.append(libm.pow(3, 2))) for _ in range(3)]
[t.start() for t in threads]
[t.join() for t in threads]
print(results)
