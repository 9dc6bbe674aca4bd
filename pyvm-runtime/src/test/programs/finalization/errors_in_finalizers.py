# What finalizers and callbacks raise goes to sys.unraisablehook.
import gc
import sys
import weakref


def hook(args):
    print(args.exc_type.__name__, args.exc_value, getattr(args.object, "__name__", args.object), args.err_msg)


sys.unraisablehook = hook


class Bad:
    def __del__(self):
        raise ValueError("in __del__")


b = Bad()
del b
gc.collect()


def stubborn():
    try:
        yield 1
    finally:
        raise KeyError("in finally")


for x in stubborn():
    break


class Plain:
    pass


def callback(ref):
    raise TypeError("in callback")


p = Plain()
r = weakref.ref(p, callback)
del p
gc.collect()
print(r())
