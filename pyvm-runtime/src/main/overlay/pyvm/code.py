"""Shows the code objects of a program."""

import _pyvm
from pyvm._command import show


def view(source, filename, json, listing):
    if listing:
        return _pyvm.disassembly(source, filename)
    return _pyvm.code(source, filename, json)


if __name__ == "__main__":
    show("code", __doc__, view, [("dis", "list instructions as dis of CPython 3.6 does")])
