import inspect
import types
from typing import Annotated, Any, Callable, Generic, Literal, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable

T = TypeVar("T", bound=int)
K, V = TypeVar("K"), TypeVar("V")
print(Optional[int], Union[int, str, int], int | None, Union[int, None] == Optional[int], list[T][int], Callable[[int, str], None], Callable[..., Any], Literal["a", 1], tuple[int, ...], dict[K, list[V]][str, int], Annotated[int, "meta"], T, Any, type[int], Union[int])
print(get_origin(dict[str, int]), get_args(Callable[[int], str]), get_args(Union[int, str]), get_origin(Union[int, str]), get_origin(int | str), (int | str).__args__, isinstance(1, int | str))


class Stack(Generic[T]):
    items: list[T]

    def push(self, item: T, *rest: "T", key: Optional[str] = None) -> "Stack[T]":
        """Puts."""
        return self


class Movie(TypedDict, total=False):
    name: str
    year: int


class Employee(NamedTuple):
    name: str
    id: int = 3


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


UserId = NewType("UserId", int)
print(Stack[int], Stack.__parameters__, Stack.__orig_bases__, get_type_hints(Stack.push), get_type_hints(Stack), Movie(name="x"), Movie.__annotations__, Employee("a"), Employee._field_defaults, UserId(5), UserId, isinstance(open, Closes), isinstance(__import__("io").StringIO(), Closes), cast(str, 5))
sig = inspect.signature(Stack.push)
print(sig, list(sig.parameters), sig.parameters["key"].kind, sig.parameters["key"].default, sig.return_annotation, inspect.signature(lambda a, /, b=1, *, c, **d: 0), inspect.signature(Employee), inspect.signature(print))
bound = inspect.signature(lambda a, b=2, *c, **d: 0).bind(1, 3, 4, x=5)
bound.apply_defaults()
print(bound.arguments, inspect.getdoc(Stack.push), inspect.isfunction(Stack.push), inspect.ismethod(Stack().push), inspect.isbuiltin(len), inspect.isclass(Stack), inspect.getmro(bool), inspect.getmembers(Employee(1), lambda v: isinstance(v, int)))
for bad in (lambda: Union[()], lambda: Optional[1, 2], lambda: list[int][str], lambda: Stack[int, str], lambda: Generic[int], lambda: inspect.signature(lambda a: 0).bind(), lambda: isinstance([], list[int]), lambda: Literal, lambda: Protocol(), lambda: Any(), lambda: TypeVar("X", int)):
    try:
        print("no error", bad())
    except Exception as e:
        print(type(e).__name__, e)


def f(a: int, b: "no such" = 1, *args: str) -> None:
    x: float = 2.0
    global counter


print(f.__annotations__, f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_flags & inspect.CO_VARARGS, f.__qualname__)
x: int
y: "list[int]" = []
print(__annotations__, inspect.getsource(f).splitlines()[0], inspect.getsourcelines(f)[1], inspect.currentframe().f_lineno, inspect.stack()[0].function)
g = types.FunctionType(f.__code__, {}, "renamed", (1, 2))
print(g.__name__, g.__defaults__, types.SimpleNamespace(a=1, b=[2]), types.MappingProxyType({"a": 1}), types.MethodType(lambda self: self, 5)(), types.new_class("Dyn", (Stack[int],), {}, lambda ns: ns.update(z=1)).z, types.CodeType is type(f.__code__), types.GenericAlias(list, (int,)))
f.__code__ = (lambda: "swapped").__code__
print(f(), (lambda *a, k=1: (a, k)).__kwdefaults__)
