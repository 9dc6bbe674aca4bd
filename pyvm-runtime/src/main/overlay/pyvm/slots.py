"""Shows the slots of a type and what fills them."""

import importlib
import sys

import _pyvm
from pyvm._command import parser, write


def find(name):
    """The object of a dotted name; without a module it is one of builtins."""
    module, dot, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module if dot else "builtins"), attribute)


if __name__ == "__main__":
    arguments = parser("slots", __doc__)
    arguments.add_argument("type", help="e.g. tuple, or collections.OrderedDict")
    chosen = arguments.parse_args()
    try:
        found = find(chosen.type)
        write(_pyvm.slots(found, chosen.json))
    except (ImportError, AttributeError, TypeError) as error:
        sys.exit(str(error))
