# Globals, builtins, class and module attributes that change while a loop uses them.
import builtins
import math

value = 1


def read():
    return value


def f(x):
    return x + 1


def loop(n):
    out = []
    for i in range(n):
        if i == n // 2:
            globals()["value"] = "rebound"
        out.append(read())
    return out


r = loop(600)
print(r[299:301], r[-1], len(r))


def calls(n):
    global f
    out = []
    for i in range(n):
        out.append(f(i))
        if i == n // 2:
            f = lambda x: -x
    return out


c = calls(600)
print(c[298:303])


def lengths(n):
    out = []
    for i in range(n):
        if i == 200:
            builtins.len = lambda x: "builtin replaced"
        if i == 300:
            globals()["len"] = lambda x: "global shadows"
        if i == 400:
            del globals()["len"]
        if i == 500:
            builtins.len = original
        if i % 100 == 50:
            out.append(len("abc"))
        else:
            len("abc")
    return out


original = len
print(lengths(600))


def attribute(n):
    out = []
    for i in range(n):
        if i == n // 2:
            math.tau = "changed"
        out.append(math.tau)
    return out[0], out[-1]


tau = math.tau
print(attribute(400))
math.tau = tau


class Config:
    flag = False


def poll():
    n = 0
    while not Config.flag:
        n += 1
        if n == 1000:
            Config.flag = True
    return n


print(poll())
print_ = print


def shadow():
    out = []
    for i in range(300):
        if i == 150:
            exec("def min(*a): return 'shadowed'", globals())
        out.append(min(i, 5))
    del globals()["min"]
    out.append(min(1, 2))
    return out[149:151] + out[-1:]


print(shadow())


def missing():
    out = []
    for i in range(300):
        try:
            out.append(later)
        except NameError as e:
            out.append(str(e))
        if i == 100:
            globals()["later"] = i
        if i == 200:
            del globals()["later"]
    return out[0], out[101], out[-1]


print(missing())


class Base:
    def m(self):
        return "base"


class Derived(Base):
    pass


d = Derived()
seen = []
for i in range(500):
    if i == 100:
        Base.m = lambda self: "patched base"
    if i == 200:
        Derived.m = lambda self: "derived"
    if i == 300:
        del Derived.m
    if i == 400:
        Derived.__bases__ = (type("Other", (), {"m": lambda self: "other base"}),)
    result = d.m()
    if not seen or seen[-1] != result:
        seen.append(result)
print(seen)
x = 10


class Scope:
    for x in range(3):
        pass
    y = x
    del x
    z = x


print(Scope.y, Scope.z)
namespace = {"__builtins__": {"abs": lambda x: "mine"}}
print(eval("abs(-1)", namespace), eval("abs(-1)"))
try:
    eval("len('')", namespace)
except NameError as e:
    print(e)
