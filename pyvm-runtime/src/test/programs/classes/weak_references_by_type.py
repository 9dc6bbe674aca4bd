"""Which types' instances can be referred to weakly, and so whether a subclass may ask for a place for that."""
import contextvars
import functools
import queue
import re
import weakref


def may_add(base, slot):
    try:
        class Derived(base):
            __slots__ = (slot,)
    except TypeError as error:
        return error
    return "yes"


for base in (Exception, KeyError, OSError, UnicodeDecodeError, ExceptionGroup, re.error, queue.Empty,
             queue.SimpleQueue, functools.partial, type(functools.lru_cache(len)), contextvars.Context):
    print(base.__name__, may_add(base, "__weakref__"), may_add(base, "__dict__"), bool(base.__weakrefoffset__), sep=" | ")


class Mine(ValueError):
    pass


class Slotted(ValueError):
    __slots__ = ("extra", "__weakref__")


for thing in (ValueError(1), Mine(2), Slotted(3), queue.SimpleQueue(), contextvars.copy_context(), re.error("x")):
    try:
        print(weakref.ref(thing)() is thing)
    except TypeError as error:
        print(error)
