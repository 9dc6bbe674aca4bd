# A generator that nobody can resume any more is closed.
import gc


def numbers(name):
    try:
        for i in range(10):
            yield i
    finally:
        print("closing", name)


for n in numbers("break"):
    if n == 2:
        break
print("after break")


def first():
    for n in numbers("return"):
        return n


print(first())
try:
    for n in numbers("raise"):
        raise ValueError(n)
except ValueError as e:
    print("handler", e)
g = numbers("del")
next(g)
del g
print("after del")
kept = numbers("kept")
for n in kept:
    break
print("goes on with", next(kept))
never_started = numbers("never started")
del never_started


def cyclic():
    me = yield
    try:
        yield
    finally:
        print("closing cycle", me is not None)


c = cyclic()
next(c)
c.send(c)
del c
gc.collect()
print("end")
