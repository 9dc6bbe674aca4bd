# A call that has seen one kind of callee a hundred times, and then meets others.
import builtins
import math


def function(a, b=2, *, c=3):
    return "function", a, b, c


def simple(a):
    return "simple", a


def generator(a):
    yield "generator"
    yield a


class Class:
    def __init__(self, a):
        self.a = a

    def method(self, a):
        return "method", self.a, a

    @classmethod
    def of_class(cls, a):
        return cls.__name__, a

    @staticmethod
    def static(a):
        return "static", a

    def __call__(self, a):
        return "called", a

    def __repr__(self):
        return f"Class({self.a!r})"


class Method(Class):
    def method(self, a):
        return "overridden", super().method(a)


class Meta(type):
    def __call__(cls, a):
        return "Meta", a


class WithMeta(metaclass=Meta):
    pass


class Returning:
    def __new__(cls, a):
        return "new", a


class Wrong:
    def __init__(self, a):
        return a


def call(f, a):
    return f(a)


def call_method(o, a):
    return o.method(a)


def error(f, *args):
    try:
        result = f(*args)
        return list(result) if type(result).__name__ == "generator" else result
    except Exception as e:
        return f"{type(e).__name__}: {e}"


callees = [
    simple, function, Class(0).method, len, Class, abs, Class(0), generator, Class.of_class, Class.static, WithMeta, Returning,
    Wrong, str, [].append, "{}".format, math.sqrt, lambda a, b=5: (a, b), lambda: 0, lambda *args, **kw: (args, kw),
    functools_like := type("P", (), {"__call__": staticmethod(lambda a: ("static call", a))})(), None, 3, type,
]  # fmt: skip
for warm in callees[:9]:
    for _ in range(100):
        error(call, warm, "4")
    for callee in callees:
        print(error(call, callee, "4"), error(call, callee, [9]), end=" | ")
    print()

instance = Class(1)
shadowed = Class(2)
shadowed.method = lambda a: ("shadow", a)
module = type(math)("m")
module.method = simple
objects = [instance, Method(3), shadowed, module, type("N", (), {"method": len}), type("S", (), {"method": Class.static})(), 5, Class]
for warm in objects[:4]:
    for _ in range(100):
        call_method(warm, 7)
    for o in objects:
        print(error(call_method, o, 7), end=" | ")
    print()


def changing(n):
    results = []
    for i in range(n):
        results.append(call_method(instance, i)[0])
        if i == 3:
            Class.method = lambda self, a: ("replaced", a)
        elif i == 5:
            instance.method = lambda a: ("own", a)
        elif i == 7:
            del instance.method
            Class.method = property(lambda self: lambda a: ("property", a))
        elif i == 9:
            Class.__getattribute__ = lambda self, name: lambda a: ("hook", name)
        elif i == 11:
            del Class.__getattribute__
            Class.method = len
    return results


print(error(changing, 12))
print(error(call_method, instance, [1]))


def measured(x):
    return len(x)


def by_global(n):
    results = []
    for i in range(n):
        results.append(measured("abc"))
        if i == 2:
            globals()["len"] = lambda x: "global"
        elif i == 4:
            del globals()["len"]
        elif i == 6:
            builtins.len = lambda x: "builtin"
        elif i == 8:
            builtins.len = original
        elif i == 10:
            simple.__code__ = (lambda a: ("new code", a)).__code__
            results.append(call(simple, 1))
            function.__defaults__ = ("default",)
            results.append(call(function, 1))
    return results


original = len
print(by_global(12))
