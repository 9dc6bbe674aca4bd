"""Shows the scopes of a program and their names."""

import _pyvm
from pyvm._command import show

if __name__ == "__main__":
    show("symtable", __doc__, _pyvm.symtable)
