"""Events of generators and of loops over them; what a class's __next__ raises."""
import sys


def generator():
    yield 1
    x = yield from [2]
    return 3


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


def delegating():
    return (yield from generator())


def main():
    for item in generator():
        pass
    for item in Iterator():
        pass
    for item in delegating():
        pass
    try:
        g = generator()
        next(g)
        g.throw(KeyError, 'k')
    except KeyError:
        pass


def trace(frame, event, argument):
    if frame.f_globals.get('main') is main:
        value = argument[0].__name__ if event == 'exception' else argument
        print(frame.f_code.co_name, event, frame.f_lineno, value)
        return trace


sys.settrace(trace)
main()
sys.settrace(None)
