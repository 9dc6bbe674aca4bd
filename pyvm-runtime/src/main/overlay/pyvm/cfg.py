"""Shows the control flow graphs of a program, before the passes of the compiler and after each."""

import _pyvm
from pyvm._command import show

if __name__ == "__main__":
    show("cfg", __doc__, _pyvm.cfg)
