# Who shares a cell with whom: loops, defaults, nonlocal, del, classes, eval, generators.
def counter(start=0):
    n = start

    def increment(by=1):
        nonlocal n
        n += by
        return n

    def peek():
        return n

    return increment, peek


inc, peek = counter(10)
print(inc(), inc(5), peek(), counter()[1](), inc.__closure__[0] is peek.__closure__[0], inc.__closure__[0].cell_contents)
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
functions = []
for i in range(3):
    functions.append(lambda: i)
print([f() for f in functions])
i = "rebound"
print([f() for f in functions])


def outer():
    x = "outer"

    def middle():
        def inner():
            return x

        return inner

    x = "changed before the call"
    f = middle()
    result = f()
    x = "changed after"
    return result, f(), f.__code__.co_freevars, middle.__code__.co_freevars, outer.__code__.co_cellvars


print(outer())


def unset():
    def f():
        return late

    try:
        f()
    except NameError as e:
        print(e)
    late = 1
    print(f())
    del late
    try:
        f()
    except NameError as e:
        print(e)
    try:
        late
    except UnboundLocalError as e:
        print(e)


unset()


def parameter_cell(a, *args, b=2, **kw):
    def show():
        return a, args, b, kw

    a += 1
    kw["new"] = True
    return show


print(parameter_cell(1, 5, b=3, z=4)())


x = "global"


class Scope:
    before = x
    x = "class"
    first = [x for _ in range(1)], [y for y in x]
    z = (lambda: x)()
    after = x

    def method(self):
        return x


print(Scope.before, Scope.first, Scope.z, Scope.after, Scope().method())


def make():
    x = "enclosing"

    class Inner:
        x = x
        y = x

        def get(self):
            return x

    return Inner


print(make().x, make().y, make()().get())


def dynamic():
    a = 1

    def f():
        a
        return eval("a"), sorted(locals())

    def g():
        try:
            return eval("a")
        except NameError as e:
            return str(e)

    return f(), g(), locals()["a"], sorted(k for k in locals())


print(dynamic())


def generator():
    total = 0

    def add(x):
        nonlocal total
        total += x

    while True:
        add((yield total))


g = generator()
next(g)
print(g.send(2), g.send(3))


def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x

    return composed


print(compose(str, lambda x: x + 1, int)("41"))


def decorator(prefix):
    def wrap(function):
        def wrapper(*args):
            return prefix + function(*args)

        wrapper.__name__ = function.__name__
        return wrapper

    return wrap


@decorator("<")
@decorator("[")
def word(w):
    return w


print(word("x"), word.__name__, word.__qualname__)
fib = (lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a))))(lambda self: lambda n: n if n < 2 else self(n - 1) + self(n - 2))
print([fib(n) for n in range(15)])
inc.__closure__[1 - 1].cell_contents = 100
print(peek())


def swap(a, b):
    def get():
        return a, b

    a, b = b, a
    return get


print(swap(1, 2)())


def walrus():
    total = 0
    out = [total := total + n for n in range(5)]

    def read():
        return total

    return out, total, read(), any((hit := n) > 2 for n in range(9)), hit


print(walrus())


def delete_parameter(a):
    f = lambda: a
    del a
    try:
        return f()
    except NameError as e:
        return str(e)


print(delete_parameter(1))


class Accumulator:
    def __init__(self):
        self.callbacks = []
        for name in ("a", "b"):
            def callback(name=name):
                return name, __class__.__name__, self is not None
            self.callbacks.append(callback)


print([c() for c in Accumulator().callbacks])
