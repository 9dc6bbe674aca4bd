"""Runs a program and counts the frames of its calls: made, and used again after a call has returned."""

import _pyvm
from pyvm._command import parser, program, watch, write


def main():
    arguments = parser("frames", __doc__)
    arguments.add_argument("--plain", action="store_true", help="make a new frame for each call")
    program(arguments)
    chosen = arguments.parse_args()
    watch(
        chosen,
        lambda: _pyvm.count_frames(chosen.plain),
        lambda: write(_pyvm.frame_counts(chosen.json)),
    )


if __name__ == "__main__":
    main()
