"""A trace function assigns to f_lineno."""
import sys


def function(out):
    out.append(1)
    for i in (1, 2):
        out.append(i)
        try:
            out.append('body')
        finally:
            out.append('finally')
    with open(__file__):
        out.append('with')
    try:
        raise KeyError(1)
    except KeyError:
        out.append('except')
    out.append('end')


def run(start, target):
    def trace(frame, event, argument):
        if frame.f_code is not function.__code__:
            return None
        if event == 'line' and frame.f_lineno == first + start and not done:
            done.append(1)
            try:
                frame.f_lineno = first + target
            except ValueError as error:
                out.append(str(error))
        return trace

    first = function.__code__.co_firstlineno
    done, out = [], []
    sys.settrace(trace)
    try:
        function(out)
    finally:
        sys.settrace(None)
    print(start, target, out)


for jump in (1, 14), (5, 14), (3, 1), (1, 3), (1, 9), (1, 13), (5, 7), (7, 14), (9, 11), (13, 14), (3, 5), (1, -1), (1, 99):
    run(*jump)
