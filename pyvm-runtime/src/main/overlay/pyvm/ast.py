"""Shows the syntax tree of a program."""

import _pyvm
from pyvm._command import show

if __name__ == "__main__":
    show("ast", __doc__, _pyvm.ast, [("attributes", "lines and columns too")])
