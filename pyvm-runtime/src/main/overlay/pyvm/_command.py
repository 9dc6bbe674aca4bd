"""The command line that the views share."""

import argparse
import sys


def parser(name, description):
    """A parser that knows what all views take."""
    result = argparse.ArgumentParser(prog="python -m pyvm." + name, description=description)
    result.add_argument("--json", action="store_true", help="for programs to read")
    return result


def show(name, description, view, options=()):
    """Shows a view of the program that the command line names.

    `options` are pairs of a switch's name and help; their values are passed on to `view`, in order.
    """
    arguments = parser(name, description)
    for option, text in options:
        arguments.add_argument("--" + option, action="store_true", help=text)
    arguments.add_argument("-c", metavar="TEXT", help="show this program")
    arguments.add_argument("file", nargs="?", default="-", help="the program; - for standard input")
    chosen = arguments.parse_args()
    source, filename = _source(chosen)
    switches = [getattr(chosen, option) for option, _ in options]
    try:
        write(view(source, filename, chosen.json, *switches))
    except SyntaxError as error:
        # A program that is wrong is no fault of the view: no traceback.
        error.__traceback__ = None
        sys.excepthook(type(error), error, None)
        sys.exit(1)


def _source(chosen):
    if chosen.c is not None:
        return (chosen.c + "\n").encode(), "<string>"
    if chosen.file == "-":
        return sys.stdin.buffer.read(), "<stdin>"
    try:
        with open(chosen.file, "rb") as file:
            return file.read(), chosen.file
    except OSError as error:
        sys.exit(str(error))


def write(text):
    """Prints text that may or may not end a line."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
