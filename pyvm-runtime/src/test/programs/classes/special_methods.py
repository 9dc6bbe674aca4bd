# Which special method is called, in which order, for operators, subscripts, calls, contexts, truth, comparison.
class Spy:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def spy(method):
    def record(self, *args):
        print(f"  {self.name}.{method}{args}")
        if method in ("__ilshift__", "__ror__", "__lt__", "__rmatmul__"):
            return NotImplemented
        if method in ("__len__", "__hash__", "__index__", "__int__", "__length_hint__"):
            return 3
        if method in ("__bool__", "__contains__"):
            return False
        if method in ("__str__", "__format__"):
            return "text"
        if method == "__iter__":
            return iter("ab")
        if method == "__bytes__":
            return b"bytes"
        if method == "__float__":
            return 1.5
        if method == "__complex__":
            return 1j
        return f"<{method}>"

    return record


NAMES = """add radd sub rsub mul rmul matmul rmatmul truediv floordiv mod divmod rdivmod pow rpow lshift ilshift rshift and or
ror xor neg pos abs invert iadd imul len getitem setitem delitem contains call enter exit bool hash index int float complex
round trunc floor ceil iter reversed str format bytes lt le gt ge missing length_hint dir""".split()
for name in NAMES:
    setattr(Spy, f"__{name}__", spy(f"__{name}__"))

import math
import operator

a, b = Spy("a"), Spy("b")
for source in """a + b
1 + a
a + 1
1 - a
a @ b
1 @ a
divmod(a, 2)
divmod(2, a)
a ** 2
2 ** a
pow(a, 2, 3)
a | b
1 | a
-a, +a, abs(a), ~a
len(a)
a[1]
a[1:2]
a[1, ..., ::2]
a[b] = 5
del a[0]
1 in a
1 not in a
a()
a(1, *[2], 3)
not a
bool(a)
hash(a)
[10, 20, 30, 40][a]
int(a), float(a), complex(a)
hex(a), range(a)
round(a), round(a, 2)
math.trunc(a), math.floor(a), math.ceil(a)
list(a)
[*a]
x, y = a
str(a), f'{a}', f'{a:>5}', f'{a!r}', format(a, 'x')
bytes(a)
a < b
a <= b
a > b
a < 1
1 > a
1 >= a
a == b, a != b
operator.length_hint(a)
a += 1; print(a); a = Spy('a')
a <<= 1; print(a); a = Spy('a')
a *= 2; a = Spy('a')
with a as c: print(c)
reversed(a)
a.missing""".splitlines():
    print(source)
    try:
        try:
            print("  =", eval(source))
        except SyntaxError:
            exec(source)
    except Exception as e:
        print(f"  ! {type(e).__name__}: {e}")


class Sub(Spy):
    def __radd__(self, other):
        return "subclass first"

    def __eq__(self, other):
        return "equal"


print(a + Sub("s"), Sub("s") + a, a == Sub("s"), Sub("s") == a, a != Sub("s"))
print(Sub.__hash__)
