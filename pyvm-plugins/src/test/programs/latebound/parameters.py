from __syntax__ import latebound


def f(items, n=>len(items), *, last: int=>items[n - 1], first=0):
    """The docstring stays the first statement."""
    return n, last, first


print(f("abc"), f("abc", 2), f("abc", last="z"), f.__doc__)
print(f.__defaults__, f.__kwdefaults__, f.__annotations__)

# Evaluated anew at each call, left to right.
def fresh(into=>[], log=>print("evaluated", into)):
    into.append(1)
    return into

print(fresh(), fresh(), fresh([0]), fresh([5], None))

g = lambda a, b=>a * 2, *rest, c=>b + 1: (a, b, rest, c)
print(g(1), g(1, 5), g(1, 2, 3, c=4))


class Shop:
    tax = 2

    def price(self, net, tax=>self.tax):
        return net + tax


print(Shop().price(10), Shop().price(10, 0))


async def later(x, y=>x + 1, /):
    return y


try:
    later(1).send(None)
except StopIteration as stop:
    print(stop.value)
