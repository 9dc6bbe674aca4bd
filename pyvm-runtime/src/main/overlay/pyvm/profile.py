"""Runs a program and shows what each place in it has seen: types of operands, targets of calls, ways of jumps, rounds of loops."""

import _pyvm
from pyvm._command import parser, program, read_source, watch, write


def main():
    arguments = parser("profile", __doc__)
    arguments.add_argument("--source", action="store_true", help="show it beside the lines of the source")
    arguments.add_argument("--all", action="store_true", help="watch the library's code too")
    program(arguments)
    chosen = arguments.parse_args()
    if chosen.source and chosen.file == "-" and chosen.c is None:
        arguments.error("--source needs a file, or -c")
    watched = "<string>" if chosen.c is not None else "<stdin>" if chosen.file == "-" else chosen.file
    text = read_source(chosen)[0].decode(errors="replace") if chosen.source else None
    watch(
        chosen,
        lambda: _pyvm.profile(None if chosen.all else watched),
        lambda: write(_pyvm.profiled(chosen.json, text)),
    )


if __name__ == "__main__":
    main()
