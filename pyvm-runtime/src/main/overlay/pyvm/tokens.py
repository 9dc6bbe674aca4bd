"""Shows the tokens of a program."""

import _pyvm
from pyvm._command import show

if __name__ == "__main__":
    show("tokens", __doc__, _pyvm.tokens)
