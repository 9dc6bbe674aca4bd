"""Runs a program and shows the state of its interpreter, its threads and their frames where it calls breakpoint(), or at its end."""

import sys

import _pyvm
from pyvm._command import parser, program, watch, write


def main():
    arguments = parser("states", __doc__)
    program(arguments)
    chosen = arguments.parse_args()
    shown = False

    def show():
        nonlocal shown
        shown = True
        sys.stdout.flush()
        write(_pyvm.states(chosen.json))

    sys.breakpointhook = show
    watch(chosen, None, lambda: shown or show())


if __name__ == "__main__":
    main()
