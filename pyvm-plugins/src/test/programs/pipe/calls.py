from __syntax__ import pipe


def show(name, value=None):
    print(name, end=" ")
    return value


def pair(first, second=2, *rest, **named):
    return first, second, rest, named


print(1 |> pair, 1 |> pair(5), 1 |> pair(second=3, a=4), 1 |> pair(*[7, 8, 9], **{"k": 0}))

# The left operand goes first, then what is called, then its other arguments.
print(show("left", 1) |> show("callee", pair).__call__(show("argument", 3)))

# A call in parentheses gives what is called.
def adder(n):
    return lambda value: value + n

print(10 |> (adder(5)), [3, 1, 2] |> sorted |> (lambda items: items[::-1]) |> list)
print(1 | 2 |> str == "3", [1, 2] |> len + 1 if False else "looser than |")

def generator():
    yield (yield 1) |> (yield 2)

steps = generator()
print(next(steps), steps.send("abc"), steps.send(len))
