# Fields of built-in types: how they say that they cannot be set, and that only a failed read knows which name was meant.
import collections
import functools
import re
import sys
import types
import weakref


def generator():
    yield


async def coroutine():
    pass


class Slots:
    __slots__ = ("there",)


def attempt(action):
    try:
        action()
        print("done")
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e, getattr(e, "name", "-"), getattr(e, "obj", "-") is None)


waiting = coroutine()
waiting.close()
for object, name in (
    (generator(), "gi_code"),
    (generator(), "gi_frame"),
    (waiting, "cr_origin"),
    (generator.__code__, "co_name"),
    (generator.__code__, "co_code"),
    (range(3), "start"),
    (slice(3), "stop"),
    (functools.partial(len), "func"),
    (re.compile("a"), "pattern"),
    (list[int], "__args__"),
    (int | str, "__args__"),
    (weakref.ref(Slots), "__callback__"),
    (sys._getframe(), "f_trace_lines"),
    (ValueError(), "__suppress_context__"),
):
    print(getattr(type(object), name), isinstance(getattr(type(object), name), types.MemberDescriptorType))
    attempt(lambda: setattr(object, name, 5))
    attempt(lambda: delattr(object, name))

counter = collections.defaultdict(int)
counter.default_factory = None
print(collections.defaultdict.default_factory, counter)

attempt(lambda: Slots().there)
attempt(lambda: Slots().their)
attempt(lambda: setattr(Slots(), "their", 1))
attempt(lambda: delattr(Slots(), "there"))
attempt(lambda: delattr(generator, "their"))
