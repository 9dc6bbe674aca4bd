# Where the carets of a traceback point, for each kind of expression that can fail.
import sys
import traceback


def show(function):
    try:
        function()
    except Exception:
        traceback.print_exc(file=sys.stdout)
        print()


class Thing:
    name = None


thing = Thing()
numbers = [1, 2, 3]
table = {"a": {"b": None}}


def binary():
    return 1 + 2 * (3 - "x") + 4


def subscripts():
    return table["a"]["b"]["c"]


def index():
    return numbers[0] + numbers[10]


def attribute():
    return thing.name.upper().lower()


def call():
    return len(numbers)(1, 2)


def wrong_arguments():
    return str(int("12", base=3, nothing=4))


def several_lines():
    return (
        numbers[1]
        + numbers[
            7
        ]
    )


def condition():
    return numbers if thing < 3 else None


def unpack():
    a, b = numbers


def star_unpack():
    a, *b, c, d, e = numbers


def augmented():
    x = 1
    x += "1"


def delete():
    del table["a"]["x"]


def comprehension():
    return [1 // x for x in (1, 0)]


def nested_call():
    return max(min(numbers, key=lambda x: x.nothing), 3)


def name():
    return undefined_name + 1


def local():
    print(unset)
    unset = 1


def f_string():
    return f"{numbers[0]} and {numbers['x']!r:>10}"


def wide():
    return "日本語", "é" + 1, thing.é


def comparison():
    return 1 < 2 < "3" < 4


def unary():
    return -thing


def slicing():
    return numbers["a":2]


def setitem():
    numbers[5] = 3


def setattr_():
    (1).x = thing


def iteration():
    for x in thing.name:
        pass


def with_():
    with thing:
        pass


def raise_():
    raise ValueError("a", 1) if numbers else None


def raise_type():
    raise "a string"


def assertion():
    assert numbers == [], f"{numbers} is not empty"


def matching():
    match numbers:
        case [x, y, z] if x.nothing:
            pass


def imports():
    from os import nothing_like_this


def starred():
    print(*thing)


def mapping():
    dict(**numbers)


def keyword():
    dict(**{"a": 1}, a=2)


def lambda_():
    return (lambda x: x)()


def long_line():
    return "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb" + numbers


def whole_line():
    undefined_name


def semicolons():
    x = 1; y = x / 0; z = y


def matmul():
    return numbers @ numbers


def power():
    return (2 ** numbers)


for function in list(globals().values()):
    if callable(function) and function is not show and function is not Thing:
        show(function)
