"""Where an augmented assignment or an exchange takes its parts from the stack, and in which order they are evaluated."""


class Loud:
    def __init__(self, n):
        object.__setattr__(self, "n", n)

    def __getattr__(self, name):
        print("get", name)
        return 10

    def __setattr__(self, name, value):
        print("set", name, value)


def value(n):
    print("value", n)
    return n


class Plain:
    count = 5


def run(loud, plain, items):
    a, b = 1, 2
    a, b = b + value(1), a
    loud.x += value(2)
    plain.count += a
    plain.count, plain.other = value(3), plain.count
    items[a], items[b] = items[b], items[a]
    a, b, c = value(4), a, b + 1
    for p in (plain, Plain()):
        p.count -= c
        p.count *= p.count
        c += p.count
    a = [a, value(a), a]
    x = y = value(6)
    if c > 5:
        del p
    try:
        p.count += 1
    except UnboundLocalError as error:
        print(error)
    return a, b, c, x, y, items, plain.count, plain.other


for _ in range(3):
    print(run(Loud(1), Plain(), list(range(6))))


def never_bound(flag):
    if flag:
        q = Plain()
    q.count += 1
    return q.count


for i in range(600):
    never_bound(True)
try:
    never_bound(False)
except UnboundLocalError as error:
    print(error)
