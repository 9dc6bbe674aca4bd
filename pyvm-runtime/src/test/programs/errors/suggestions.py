# "Did you mean" for names, attributes and imports.
# The traceback module of 3.11 has none: they come from the hook that reports uncaught errors.
import sys

sys.stderr = sys.stdout


class Shape:
    def __init__(self):
        self.colour = 1
        self.width = 2

    def method(self):
        return widht


width = 1


def local():
    counter = 1
    return conter


def attempt(f):
    try:
        f()
    except Exception as e:
        sys.__excepthook__(type(e), e, None)


shape = Shape()
attempt(lambda: shape.color)
attempt(lambda: shape.widht)
attempt(lambda: shape.zzz)
attempt(lambda: [].appendd(1))
attempt(lambda: "".uper())
attempt(local)
attempt(shape.method)
attempt(lambda: pritn(1))
attempt(lambda: sys.maxsizes)
attempt(lambda: __import__("collections").OrderDict)
attempt(lambda: exec("from collections import namedtupel"))
attempt(lambda: exec("import nonexistent_module"))
attempt(lambda: exec("import os.nonexistent"))
attempt(lambda: exec("from . import x"))
attempt(lambda: xyzzy)
attempt(lambda: None.foo)
attempt(lambda: shape.method.nam)
