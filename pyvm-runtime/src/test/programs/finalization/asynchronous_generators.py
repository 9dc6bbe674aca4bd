# The hooks of an event loop hear of a generator's first step and of its loss.
import gc
import sys


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("finally")


def step(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as e:
        return e.value


def first_iter(a):
    print("first iteration of", a.__name__)


def finalizer(a):
    print("finalizer of", a.__name__)
    step(a.aclose())


sys.set_asyncgen_hooks(first_iter, finalizer)
a = agen()
print(step(a.__anext__()))
del a
gc.collect()
a = agen()
print(step(a.__anext__()), step(a.__anext__()))
try:
    step(a.__anext__())
except StopAsyncIteration:
    print("ended")
del a
gc.collect()
print("end")
