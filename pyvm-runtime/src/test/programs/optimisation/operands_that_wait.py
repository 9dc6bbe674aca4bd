# Loads that a strategy puts off until their values are used must give what they gave where they stand.
import gc
import sys
import weakref


def assigned_later(x):
    return x + (x := 5) + x, [x, (x := x + 1), x], x * (x := 2)


def unbound_first(log):
    try:
        y + log.append("called")
    except UnboundLocalError as e:
        print(e, log)
    y = 1
    del y
    try:
        log.append(y)
    except UnboundLocalError as e:
        print(e, log)
    try:
        log.missing(y)
    except AttributeError as e:
        print(e)


def first(*args):
    return "first", args


def second(*args):
    return "second", args


chosen = first


def rebind(value):
    global chosen
    chosen = second
    return value


def callee_first():
    global chosen
    chosen = first
    return chosen(rebind(1), chosen), chosen(2), (chosen, rebind(0))[0] is second


def exchanged(a, i, j):
    a[i], a[j] = a[j], a[i]
    x, y, z = a[0], a[1], a[2]
    x, y, z = z, x, y
    x, y = y, x
    a[i], x, a[j] = x, a[j], a[i]
    a[i] += a[j]
    a[a[i] % 3] += y
    i, a[i] = 0, z
    return a, i, j, x, y, z


class Box:
    n = 0

    def add(self, k):
        self.n += k
        return self


def chained(box):
    box.add(1).add(2).n += box.add(box.add(3).n).n
    return box.n, 0 < box.n < 100 < (box.n + 1000), 5 < box.n < 3


def handled(n):
    seen = []
    for i in range(n):
        try:
            seen.append((i, 10 // (i - 2), [i, seen[i], i]))
        except ZeroDivisionError:
            seen.append("zero")
            continue
        except IndexError as e:
            if i > 4:
                break
            seen.append(str(e))
        finally:
            seen.append(i)
    else:
        seen.append("else")
    return seen


def left_in_the_middle(n):
    for i in range(n):
        for j in (1, 2, 3):
            try:
                if j == 2 and i == 1:
                    return [i, j]
                if j == 2:
                    continue
                if i == 3:
                    break
            finally:
                print("finally", i, j, end="; ")


def sending(x):
    while x is not None:
        x = [x, len([x]) + (yield x), (yield -x)]
        x = x[1] if x[2] else None


def traced(a, b):
    events = []

    def tracer(frame, event, arg):
        if frame.f_code.co_name == "traced":
            events.append((event, frame.f_lineno - frame.f_code.co_firstlineno, frame.f_locals.get("c")))
        return tracer

    def start():
        sys._getframe(1).f_trace = tracer
        sys.settrace(tracer)
        return 7

    c = (a, b, start(), a + b)
    c = c[2] + a
    for b in range(2):
        c += b
    sys.settrace(None)
    return c, events


class Thing:
    pass


def dropped():
    def made():
        thing = Thing()
        refs.append(weakref.ref(thing))
        return thing

    refs = []
    made()
    bool(made())
    [made()] == 1
    if made() is None or not made():
        pass
    gc.collect()
    return [ref() for ref in refs]


for _ in range(3):
    print(assigned_later(3))
    unbound_first([])
    print(callee_first())
    print(exchanged([1, 2, 3], 0, 2))
    print(chained(Box()))
    print(handled(4), handled(8))
    print(left_in_the_middle(5), left_in_the_middle(1))
    it = sending(4)
    print(next(it), it.send(5), it.send(True), it.send(8), it.send(0) if False else list(it))
    print(traced(1, 2))
    print(dropped())
