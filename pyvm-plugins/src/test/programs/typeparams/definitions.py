"""Functions, classes and aliases with type parameters."""

from __syntax__ import typeparams


class Base:
    pass


class Pair[T, *Ts, **P](Base):
    "two"
    kind = int

    def first[U: (int, str)](self, a: kind, b: T = kind, *, c=kind) -> U:
        "one"
        return super().__init__, T

    type Items[V] = dict[kind, V]
    type Kind = kind


print(Pair.__bases__, Pair.__orig_bases__, Pair.__type_params__, Pair.__doc__, Pair.__parameters__)
print(Pair.first.__annotations__, Pair.first.__type_params__, Pair.first.__defaults__, Pair.first.__kwdefaults__)
print(Pair.first.__qualname__, Pair.first.__doc__, Pair().first(1)[1])
U, = Pair.first.__type_params__
print(U, U.__constraints__, U.__bound__, U.__covariant__, U.__infer_variance__, U.__module__)
print(Pair.Items, Pair.Items.__value__, Pair.Items.__type_params__, Pair.Items[str], Pair.Kind.__value__)


def decorator(function):
    print("decorating", function.__qualname__, function.__type_params__, function.__code__.co_firstlineno)
    return function


@decorator
def outer[T](x: T, y=print("default")) -> T:
    def inner[V](): pass
    class Local[V]:
        def method[W](self): pass
    print(inner.__qualname__, Local.__qualname__, Local.method.__qualname__)
    return outer


print(outer(1) is outer, outer.__annotations__)
type Tree = list[Tree] | int
print(Tree.__value__, type(Tree).__name__, Tree.__name__)
type Later[T: undefined] = T | undefined
print(Later.__type_params__)
undefined = str
print(Later.__value__, Later.__type_params__[0].__bound__, Later[int].__args__)
type = [type(3)]
print(type)
