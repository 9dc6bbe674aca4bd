"""The command line that the views share."""

import argparse
import builtins
import os
import sys
import types


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
    source, filename = read_source(chosen)
    switches = [getattr(chosen, option) for option, _ in options]
    try:
        write(view(source, filename, chosen.json, *switches))
    except SyntaxError as error:
        # A program that is wrong is no fault of the view: no traceback.
        error.__traceback__ = None
        sys.excepthook(type(error), error, None)
        sys.exit(1)


def run(source, filename, arguments, before=None):
    """Runs a program as `__main__`, with `arguments` in `sys.argv`; `before` is called first.

    SystemExit ends it and is given back; other exceptions pass.
    """
    main = types.ModuleType("__main__")
    main.__builtins__ = builtins
    main.__file__ = filename
    sys.modules["__main__"] = main
    sys.argv = [filename, *arguments]
    if filename[:1] != "<":
        sys.path[0] = os.path.dirname(os.path.abspath(filename))
    code = compile(source, filename, "exec", dont_inherit=True)
    if before is not None:
        before()
    try:
        exec(code, main.__dict__)
    except SystemExit as error:
        return error
    return None


def program(arguments):
    """Adds to a parser what names a program that is run."""
    arguments.add_argument("-c", metavar="TEXT", help="run this program")
    arguments.add_argument("file", nargs="?", default="-", help="the program; - for standard input")
    arguments.add_argument("arguments", nargs=argparse.REMAINDER, help="what it finds in sys.argv")


def watch(chosen, before, after):
    """Runs the program that the command line names between two calls; what it does not catch is shown as always."""
    source, filename = read_source(chosen)
    try:
        run(source, filename, chosen.arguments, before)
    except SyntaxError as error:
        sys.excepthook(type(error), error.with_traceback(None), None)
    except BaseException as error:
        # The frames of the view are none of the program's business.
        traceback = error.__traceback__
        while traceback is not None and traceback.tb_frame.f_globals.get("__name__") == __name__:
            traceback = traceback.tb_next
        sys.excepthook(type(error), error, traceback)
    finally:
        after()
        sys.stdout.flush()


def read_source(chosen):
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
