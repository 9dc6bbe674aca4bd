# list[int], int | str: parameters, substitution, what they pass for.
import types
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for action in [
    lambda: list[int],
    lambda: dict[str, list[T]][int],
    lambda: (dict[T, S][int, str], dict[T, T].__parameters__, dict[S, T].__parameters__),
    lambda: list[int][str],
    lambda: dict[T, S][int],
    lambda: tuple[int, ...],
    lambda: tuple[()],
    lambda: [*tuple[int, str]],
    lambda: list[int]([1, 2]),
    lambda: (list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int])),
    lambda: (list[int].append, list[int].__origin__, list[int].__args__, list[int].__class__),
    lambda: isinstance([], list[int]),
    lambda: issubclass(list, list[int]),
    lambda: types.GenericAlias(list),
    lambda: types.GenericAlias(int, (str, T))[float],
    lambda: int | str | None,
    lambda: int | str | int,
    lambda: (int | str) == (str | int),
    lambda: (list[int] | None, list[T] | int, (list[T] | int)[str]),
    lambda: (int | str).__args__,
    lambda: isinstance(1, int | str),
    lambda: isinstance(1.5, int | str),
    lambda: isinstance(None, int | None),
    lambda: issubclass(bool, str | int),
    lambda: isinstance([], str | list[int]),
    lambda: int | 1,
    lambda: types.UnionType(),
    lambda: (int | str)[int],
    lambda: type("C", (list[int],), {}).__orig_bases__,
    lambda: type("C", (list,), {})[int],
]:
    attempt(action)


class Box(list[T]):
    pass


print(Box.__orig_bases__, Box.__mro__[1])
print(types.SimpleNamespace(a=1, b=[2]), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
