class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


class E(C):
    pass


class F(D, E):
    who = lambda self: ["F"] + super(F, self).who()


for cls in (A, B, C, D, E, F):
    print(cls.__name__, [c.__name__ for c in cls.__mro__], cls().who(), [c.__name__ for c in cls.__subclasses__()])
print(D.mro() == list(D.__mro__), F.__bases__, F.__base__)
print(super(B, D()).who(), super(C, F).who(F()), super(D, F()).who.__self__.__class__.__name__)
try:
    class Bad(A, B):
        pass
except TypeError as e:
    print(e)
try:
    class Worse(int, str):
        pass
except TypeError as e:
    print(e)
try:
    super(D, A()).who()
except TypeError as e:
    print(e)
try:
    (lambda: super())()
except RuntimeError as e:
    print(e)


class Cooperative:
    def __init__(self, **rest):
        print("Cooperative", rest)
        super().__init__(**rest)


class Named(Cooperative):
    def __init__(self, *, name, **rest):
        print("Named", name)
        super().__init__(**rest)


class Sized(Cooperative):
    def __init__(self, *, size, **rest):
        print("Sized", size)
        super().__init__(**rest)


class Box(Named, Sized):
    pass


Box(name="box", size=3)
try:
    Box(name="box", size=3, colour="red")
except TypeError as e:
    print(e)


class Outer:
    class Inner:
        def f(self):
            return __class__

        @classmethod
        def g(cls):
            return super().__repr__

    def __private(self):
        return "private"

    def call(self):
        return self.__private()


print(Outer.Inner().f(), Outer.Inner.__qualname__, Outer.Inner.f.__qualname__, Outer().call(), Outer()._Outer__private())
print(isinstance(True, int), issubclass(bool, (str, int)), isinstance(D(), C), isinstance(3, int | str), type(D()) is D)
A.who = lambda self: ["changed"]
print(F().who())
D.__bases__ = (C,)
print(D().who(), [c.__name__ for c in F.__mro__])
d = D()
d.__class__ = E
print(type(d).__name__, d.who())
