"""The objects that type parameters and the type statement make, in terms of typing."""

import ast
import sys
import types
import typing

TypeVarTuple = typing.TypeVarTuple


class TypeVar(typing.TypeVar, _root=True):
    """A type variable that asks for its bound when somebody asks it."""

    __infer_variance__ = True

    def __init__(self, name, constrained=False, evaluate=None):
        super().__init__(name)
        self.__module__ = "typing"
        self._constrained = constrained
        self._evaluate = evaluate
        self._limits = None

    def _value(self):
        if self._evaluate is not None:
            self._limits = self._evaluate()
            self._evaluate = None
        return self._limits

    @property
    def __bound__(self):
        return None if self._constrained else self._value()

    @__bound__.setter
    def __bound__(self, value):
        pass

    @property
    def __constraints__(self):
        return self._value() if self._constrained else ()

    @__constraints__.setter
    def __constraints__(self, value):
        pass

    def __repr__(self):
        return self.__name__


TypeVar.__module__ = "typing"


class ParamSpec(typing.ParamSpec, _root=True):
    """A parameter specification whose variance is found out by type checkers."""

    __infer_variance__ = True

    def __repr__(self):
        return self.__name__


ParamSpec.__module__ = "typing"


def make(name, constrained=False, evaluate=None):
    """The object for a parameter as it is written."""
    if name.startswith("**"):
        return ParamSpec(name[2:])
    if name.startswith("*"):
        return TypeVarTuple(name[1:])
    return TypeVar(name, constrained, evaluate)


def unparse(self, node):
    """Has ast.unparse write a definition with its parameters behind the name."""
    definition = node.definition
    name = definition.name
    definition.name = f"{name}[{', '.join(map(ast.unparse, node.type_params))}]"
    try:
        self.traverse(definition)
    finally:
        definition.name = name


def generic(parameters):
    """The base class that type parameters give a class."""
    return typing.Generic[
        tuple(typing.Unpack[each] if isinstance(each, TypeVarTuple) else each for each in parameters)
    ]


class TypeAliasType:
    """What a type statement binds. The value is evaluated when it is first asked for."""

    def __init__(self, name, type_params, evaluate):
        module = sys._getframe(1).f_globals.get("__name__")
        vars(self).update(
            __name__=name, __type_params__=type_params, __module__=module, _evaluate=evaluate
        )

    @property
    def __value__(self):
        own = vars(self)
        if own["_evaluate"] is not None:
            own.update(_value=own["_evaluate"](), _evaluate=None)
        return own["_value"]

    @property
    def __parameters__(self):
        parameters = []
        for each in self.__type_params__:
            parameters.extend(each if isinstance(each, TypeVarTuple) else (each,))
        return tuple(parameters)

    def __repr__(self):
        return self.__name__

    def __getitem__(self, arguments):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return types.GenericAlias(self, arguments)

    def __or__(self, other):
        return typing.Union[self, other]

    def __ror__(self, other):
        return typing.Union[other, self]

    def __call__(self):
        # typing takes for a type what can be called.
        raise TypeError("'typing.TypeAliasType' object is not callable")

    def __setattr__(self, name, value):
        if name in vars(self) or name in ("__value__", "__parameters__"):
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r}")

    def __reduce__(self):
        return self.__name__


TypeAliasType.__module__ = "typing"
