"""Where a frame is while __bool__ and __len__ are asked: at the line of the question, and so is the traceback."""
import sys
import traceback
import warnings


class Asked:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        frame = sys._getframe(1)
        lines.append(frame.f_lineno - frame.f_code.co_firstlineno)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def by_if(value):
    other = 1

    if value:
        other += 1

    if not value:
        other += 2
    return other


def by_while(value):
    seen = []
    while value:
        seen.append(1)
        value = Asked(False)
    else:
        seen.append(2)
    return seen


def by_operators(value):
    first = 1
    second = (
        value
        and first
    )
    third = (
        value
        or first
    )
    return second == 1, third is value


def by_expression(value):
    items = [1, 2, 3]
    chosen = 5 if value else 6

    found = [
        item
        for item in items
        if value
    ]
    return chosen, found, not value


def by_assert(value):
    pass
    assert value
    return 1


def by_match(value):
    match 3:
        case 3 if value:
            return "first"
        case _:
            return "second"


FUNCTIONS = [by_if, by_while, by_operators, by_expression, by_assert, by_match]

for function in FUNCTIONS:
    for answer in [True, False]:
        lines = []
        for _ in range(300):
            try:
                result = function(Asked(answer))
            except AssertionError:
                result = "assertion failed"
        print(function.__name__, answer, result == function(Asked(answer)) if result != "assertion failed" else result,
              sorted(set(lines)), len(lines))

for function in FUNCTIONS:
    lines = []
    try:
        function(Asked(ValueError("no answer")))
    except ValueError as e:
        print(function.__name__, [entry.lineno - function.__code__.co_firstlineno
                                  for entry in traceback.extract_tb(e.__traceback__)[1:-1]])

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    by_if(NotImplemented)
    by_expression(NotImplemented)
    print([warning.lineno - by_if.__code__.co_firstlineno for warning in caught])
