# send, throw, close, return values, yield from, and what a generator's life looks like from outside.
import inspect


def echo():
    received = None
    while True:
        try:
            received = yield received
            print("  got", received)
        except ValueError as e:
            print("  caught", e)
            received = "after error"
        finally:
            print("  round done")


g = echo()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g))
print(g.send(1), g.throw(ValueError("bad")), g.gi_running, g.gi_yieldfrom)
try:
    g.throw(KeyError, "other")
except KeyError as e:
    print("out came", repr(e))
print(inspect.getgeneratorstate(g), next(g, "exhausted"), g.gi_frame)


def returns():
    x = yield 1
    return x * 2


r = returns()
next(r)
try:
    r.send(21)
except StopIteration as e:
    print("returned", e.value)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield "no!"


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def tidy():
    try:
        yield 1
    finally:
        print("tidying up")


t = tidy()
next(t)
t.close()
t.close()
print(list(t))
try:
    tidy().send(1)
except TypeError as e:
    print(e)


def leaky():
    yield 1
    raise StopIteration("leak")


try:
    list(leaky())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def inner():
    try:
        x = yield "inner 1"
        print("  inner got", x)
        yield "inner 2"
    except ValueError:
        print("  inner saw ValueError")
        yield "inner 3"
    return "inner result"


def outer():
    result = yield from inner()
    print("  outer received", result)
    result = yield from "ab"
    print("  then", result)
    return (yield from returns())


o = outer()
print(next(o), o.gi_yieldfrom.__name__)
print(o.send("hello"))
print(o.throw(ValueError))
print(next(o), next(o), next(o))
try:
    o.send(5)
except StopIteration as e:
    print(e.value)


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as e:
    print(e)


class Delegate:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def send(self, value):
        raise StopIteration(value)

    def throw(self, *args):
        return "thrown", args[0] if isinstance(args[0], type) else type(args[0])


def delegating():
    return (yield from Delegate())


d = delegating()
print(next(d), d.throw(KeyError))
try:
    d.send("end")
except StopIteration as e:
    print(e.value)
print(delegating.__name__, d.__name__, d.__qualname__, type(d), d.gi_code.co_name)
for bad in ("def f(): x = yield from 5\nlist(f())", "list(x for x in 5)"):
    try:
        exec(bad)
    except TypeError as e:
        print(e)
