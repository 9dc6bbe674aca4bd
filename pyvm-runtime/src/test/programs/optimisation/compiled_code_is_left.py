"""What hot code relies on changes in its middle: a trace function begins, a class changes, objects get another class."""
import sys

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("loop", "helper") and frame.f_locals.get("i", 0) > 900:
        events.append((event, frame.f_lineno - frame.f_code.co_firstlineno, frame.f_locals.get("i")))
    return tracer


def helper(i):
    if i == 900:
        sys.settrace(tracer)
        sys._getframe(1).f_trace = tracer
    if i == 902:
        sys.settrace(None)
    return i


def loop(n):
    total = 0
    for i in range(n):
        total += helper(i)
    return total


print(loop(1000), events)


class A:
    def value(self):
        return 1


class B(A):
    pass


class C(A):
    def value(self):
        return 100


def work(things):
    total = 0
    for i, thing in enumerate(things * 400):
        total += thing.value() + thing.field
        if i == 900:
            B.value = lambda self: 10
        if i == 1200:
            things[0].__class__ = C
        if i == 1300:
            things[1].value = lambda: 1000
        if i == 1500:
            del things[0].field
            A.field = 7
    return total


things = [A(), B()]
for thing in things:
    thing.field = 2
print(work(things), len([event for event in events if event[0] == "line"]))
