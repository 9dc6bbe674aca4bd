# Causes, contexts, suppressed contexts, long repeated frames, and errors while handling errors.
import sys
import traceback


def show(function):
    try:
        function()
    except BaseException as e:
        sys.stdout.write("".join(traceback.format_exception(e)))
        print("-" * 20)


def context():
    try:
        1 / 0
    except ZeroDivisionError:
        undefined


def cause():
    try:
        {}["key"]
    except KeyError as e:
        raise ValueError("translated") from e


def suppressed():
    try:
        {}["key"]
    except KeyError:
        raise ValueError("alone") from None


def finally_():
    try:
        1 / 0
    finally:
        [].pop()


def three():
    try:
        context()
    except NameError:
        raise LookupError("third") from OSError(2, "made up")


def reraise():
    try:
        1 / 0
    except ZeroDivisionError as e:
        e.add_note("while reraising")
        raise


def recursive(n=0):
    if n == 10:
        raise RecursionError("deep enough")
    recursive(n + 1)


def mutual(n):
    if not n:
        return int("x")
    return other(n)


def other(n):
    return mutual(n - 1)


class Odd(Exception):
    def __str__(self):
        return "odd one,\nin two lines"


class Unprintable(Exception):
    def __str__(self):
        raise ValueError("cannot print")


def odd():
    raise Odd


def unprintable():
    raise Unprintable


def empty():
    raise Exception()


def exit_():
    raise SystemExit("bye")


def with_exit():
    class Context:
        def __enter__(self):
            return self

        def __exit__(self, *args):
            raise RuntimeError(f"exit after {args[0].__name__}")

    with Context():
        raise ValueError("in the block")


def swapped_context():
    a, b = ValueError("a"), ValueError("b")
    try:
        try:
            raise a
        except ValueError:
            raise b
    except ValueError:
        raise a


for function in (context, cause, suppressed, finally_, three, reraise, recursive, lambda: mutual(5), odd, unprintable, empty,
                 exit_, with_exit, swapped_context):
    show(function)
