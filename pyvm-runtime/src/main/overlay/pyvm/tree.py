"""Shows the parse tree of a program."""

import _pyvm
from pyvm._command import show

if __name__ == "__main__":
    show("tree", __doc__, _pyvm.tree, [("numbers", "nested lists of CPython 3.6's node numbers")])
