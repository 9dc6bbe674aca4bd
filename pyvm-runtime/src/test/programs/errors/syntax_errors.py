# Messages and ranges of errors in source text.
for source in r"""
x = = 1
1 = x
f() = 1
x + 1 = 2
None = 1
(a, b) += 1
if x
if x = 1: pass
while True print(1)
for x in range(3) pass
def f(x, x): pass
def f(a=1, b): pass
def f(*): pass
def f(**k, a): pass
f(a=1, 2)
f(**a, *b)
f(a=1, a=2)
f(x for x in y, 1)
class
return 1
yield 1
break
continue
x = [1, 2
x = (1, 2]
x = }
'abc
\"\"\"abc
f'{a'
f'{a b}'
f'{}'
f'}'
f'{a!z}'
b'é'
'\N{no such name}'
'\x1'
0777
1_
0b12
0xg
1__0
1.2.3
5a
a $ b
a ? b
print 1
exec 'x'
import a.b as
from x import
from x import (a, b
from . import *, a
import a from b
lambda: (yield
del f()
del 1
assert (1, 'x')
global x; x = 1; global x
try: pass
with open(x) as 1: pass
x: int: str = 3
(x, y): int = 1
not = 1
a and or b
a if b
a if b else
async x
await x
[x for x in 1, 2]
{1: 2, 3}
{1, 2: 3}
{**a for a in b}
*a
print(*a for a in b)
x := 1
(x := 1, 2) = 3
f(a.b=1)
f(True=1)
def f(None): pass
match x: pass
nonlocal x
from __future__ import braces
from __future__ import nothing
a b
a 1
'a' b
1 if 2 else = 3
@
else: pass
elif x: pass
except: pass
x = yield = 1
a, b += 1
[a, b] = c = 1 = d
def f(): return 1; yield 2; await 3
class A: nonlocal y
""".strip().splitlines():
    try:
        compile(source, "s.py", "exec", dont_inherit=True)
        print(f"{source!r:<40} compiles")
    except SyntaxError as e:
        print(f"{source!r:<40} {type(e).__name__}: {e.msg} [{e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}]")
for source in ("if 1:\nx", "  x", "if 1:\n    a\n  b", "if 1:\n\ta\n        b", "def f():\n", "for x in y:\n\n\nz", "class A:\n  x\n y",
               "x = 1\\", "x = 1\\ \ny", "(\n1\n", "a\n'''b\nc", "x\0y", "try:\n  a\nb", "match x:\n  case 1:\n  y",
               "def f():\n  x = 1\n  global x", "def f(x):\n  global x", "def f():\n  nonlocal x", "def f():\n  print(x)\n  global x",
               "a = 1\nb = 2 3\nc"):
    try:
        compile(source, "s.py", "exec")
        print(f"{source!r:<40} compiles")
    except (SyntaxError, ValueError) as e:
        at = f"[{e.lineno}:{e.offset}] {e.text!r}" if isinstance(e, SyntaxError) else ""
        print(f"{source!r:<40} {type(e).__name__}: {e} {at}")
