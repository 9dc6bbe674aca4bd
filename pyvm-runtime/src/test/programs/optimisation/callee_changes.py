"""Functions that are called directly once they are compiled: other code, other globals, tracing, deep recursion, frames."""
import sys


def helper(a, b=10):
    return a + b


def caller(n):
    return helper(n) + helper(n, 1) + helper(b=n, a=2)


class Thing:
    def method(self, x):
        return x + 1

    def twice(self, x):
        return self.method(self.method(x))


thing = Thing()
for i in range(1500):
    caller(i)
    thing.twice(i)
print(caller(1), thing.twice(1))
helper.__code__ = (lambda a, b: a * b).__code__
print(caller(3))
helper.__defaults__ = (100,)
print(caller(3))
Thing.method = lambda self, x: -x
print(thing.twice(5))
thing.method = lambda x: x * 10
print(thing.twice(5))
Thing.method = classmethod(lambda cls, x: (cls.__name__, x))
del thing.method
print(thing.twice(5))


def locals_of_caller():
    return sorted(sys._getframe(1).f_locals.items()), sys._getframe(1).f_lineno - sys._getframe(1).f_code.co_firstlineno


def looked_at(a, wanted):
    b = a * 2.0 + 1.0
    if wanted:
        return locals_of_caller()
    b = a


for i in range(1500):
    looked_at(float(i), False)
print(looked_at(2.0, True))


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


for i in range(100):
    deep(20)
print(deep(500))
try:
    deep(100000)
except RecursionError as error:
    print(error)
print(deep(500))


def fails(n):
    if n:
        return fails(n - 1)
    raise KeyError("deep")


def catches(n):
    try:
        fails(n)
    except KeyError as error:
        depth, tb = 0, error.__traceback__
        while tb:
            depth, tb = depth + 1, tb.tb_next
        return depth
    finally:
        n = -1


for i in range(700):
    catches(i % 5)
print(catches(3), sys._getframe().f_back)
events = []


def tracer(frame, event, argument):
    events.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def starts():
    sys.settrace(tracer)
    deep(1)
    sys.settrace(None)


def outer(on):
    if on:
        starts()
    return deep(1)


for i in range(700):
    outer(False)
outer(True)
print(events)
calls = []
sys.setprofile(lambda frame, event, argument: calls.append((event, frame.f_code.co_name)))
outer(False)
sys.setprofile(None)
print(calls)
