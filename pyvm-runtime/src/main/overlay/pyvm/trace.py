"""Runs a program and shows, as it runs, its instructions with the value stack, the block stack, and where the lock is checked.

With options, shows what they name in place of the instructions; several may be given.
"""

import sys

import _pyvm
from pyvm._command import parser, program, watch

KINDS = {
    "calls": "what is called; for a type, how its instance is made",
    "classes": "the steps of class statements",
    "binding": "what calls bind to parameters",
    "attributes": "where attributes are looked for",
    "locks": "what happens to the interpreter's lock, at the end",
    "instructions": "instructions, value stack, block stack; when nothing else is chosen",
}


def main():
    arguments = parser("trace", __doc__)
    for kind, text in KINDS.items():
        arguments.add_argument("--" + kind, action="store_true", help=text)
    arguments.add_argument("--all", action="store_true", help="trace the library's code too")
    program(arguments)
    chosen = arguments.parse_args()
    kinds = tuple(kind for kind in KINDS if getattr(chosen, kind)) or ("instructions",)
    traced = "<string>" if chosen.c is not None else "<stdin>" if chosen.file == "-" else chosen.file
    watch(
        chosen,
        lambda: _pyvm.trace(sys.stdout, kinds, None if chosen.all else traced, chosen.json),
        _pyvm.trace_ends,
    )


if __name__ == "__main__":
    main()
