"""Functions made by functions: cells, decorators, partial application, memoization and a small interpreter of closures."""
from functools import partial, reduce, wraps

from timing import measure


def counter(step):
    total = 0

    def add(n=1):
        nonlocal total
        total += n * step
        return total

    return add


def memoized(function):
    known = {}

    @wraps(function)
    def wrapper(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    wrapper.known = known
    return wrapper


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


def constant(value):
    return lambda env: value


def variable(name):
    return lambda env: env[name]


def binary(operator, left, right):
    if operator == "+":
        return lambda env: left(env) + right(env)
    if operator == "*":
        return lambda env: left(env) * right(env)
    return lambda env: left(env) < right(env)


def loop(condition, name, step):
    def execute(env):
        rounds = 0
        while condition(env):
            env[name] = step(env)
            rounds += 1
        return rounds

    return execute


def run():
    counters = [counter(i) for i in range(5)]
    for i in range(4000):
        counters[i % 5](i)

    @memoized
    def paths(x, y):
        return 1 if x == 0 or y == 0 else paths(x - 1, y) + paths(x, y - 1)

    chain = compose(*[partial(lambda n, x: (x + n) % 1009, i) for i in range(12)])
    chained = sum(chain(i) for i in range(400))
    program = loop(binary("<", variable("x"), constant(40000)), "x",
                   binary("+", variable("x"), binary("*", constant(2), variable("y"))))
    rounds = program({"x": 0, "y": 3})
    return [c() for c in counters], paths(30, 30), len(paths.known), chained, rounds


measure(run, ([0, 1598801, 3199202, 4801203, 6404804], 118264581564861424, 960, 106200, 6667))
