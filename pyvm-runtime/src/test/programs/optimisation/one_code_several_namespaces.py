# One code object with globals of several kinds in turn: what a place remembers is of one dictionary.
import types

source = """
def read():
    return value, len('four')
"""
code = compile(source, "namespaces", "exec")


class Asked(dict):
    def __missing__(self, name):
        if name == "value":
            self.times = getattr(self, "times", 0) + 1
            return "missing %d" % self.times
        raise KeyError(name)


plain = {"value": "plain"}
longer = {"a": 1, "b": 2, "value": "longer", "len": lambda text: "own len"}
asked = Asked()
for namespace in plain, longer, asked:
    exec(code, namespace)

seen = []
for i in range(9):
    for namespace in plain, longer, asked:
        seen.append(namespace["read"]())
print(seen[:3], seen[-3:], len(set(seen)))

read = plain["read"]
others = [types.FunctionType(read.__code__, {"value": n, "__builtins__": {"len": lambda text, n=n: -n}}) for n in range(3)]
print([other() for other in others * 2])


class Pair:
    def __init__(self, a, b=2):
        self.sum = a + b


class Answering:
    def __init__(self, a):
        return a


class Counting(type):
    def __call__(cls, *args):
        return len(args), super().__call__(*args).sum


def make(cls, *args):
    return cls(args[0]) if len(args) == 1 else cls(args[0], args[1])


# The same place calls classes of several kinds, and one class that changes.
made = []
for i in range(12):
    made.append(make(Pair, i).sum)
    made.append(make(Counting("Counted", (Pair,), {}), i, 1))
    try:
        make(Answering, i)
    except TypeError as error:
        made.append(str(error))
    try:
        make(object, i)
    except TypeError as error:
        made.append(str(error))
    if i == 8:
        Pair.__init__ = lambda self, a, b=0: setattr(self, "sum", [a, b])
    if i == 10:
        Pair.__new__ = staticmethod(lambda cls, *args: type("Other", (), {"sum": args}))
print(made[:4], made[32:])
