class A:
    pass


class B(A):
    pass


class M(type):
    pass


class AM(metaclass=M):
    pass


def outcome(code):
    try:
        exec(code, globals())
        return "done"
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


# Blank lines part the statements.
for code in """
int.x=1

int.__name__='a'

del int.__name__

int.__bases__=()

int.__abstractmethods__=1

A.__name__=1

del A.__name__

A.__qualname__=1

del A.__qualname__

A.__module__=1

del A.__module__

A.__bases__=1

A.__bases__=()

A.__bases__=(1,)

A.__bases__=(int,)

A.__bases__=(A,)

A.__bases__=(B,)

del A.__bases__

B.__bases__=(int,)

B.__bases__=(AM,)

A.__mro__=1

A.__dict__=1

A.__doc__='x'

int.__doc__='x'

del A.__doc__

A.__annotations__={1:2}

del A.__annotations__

del A.__annotations__

int.__annotations__=1

A.__class__=int

A().__class__=int

A().__class__=5

del A().__class__

(1).__class__=int

(1).__class__=A

A().__class__=B

A.__class__=M

A.__flags__=1

A.__text_signature__=1

A.__base__=1

A.__abstractmethods__={'b','a'}; A()

A.__abstractmethods__=[]; A()

del A.__abstractmethods__; A()

del A.__abstractmethods__

del A.zz

del int.real

class Q(metaclass=5): pass

class Q(A, x=1): pass

class Q:
  __slots__=('a',); a=1

class Q:
  def mro(self): return 5

class MM(type):
  def mro(self): return 5

class Q(metaclass=MM): pass

class MM(type):
  def mro(self): return [5]

class Q(metaclass=MM): pass

class MM(type):
  def mro(self): return [int]

class Q(metaclass=MM): pass

class MM(type):
  def mro(self): return [self]

class Q(metaclass=MM): pass

class Q(A, B): pass

class C1: __slots__='a'

class C2: __slots__='b'

class Q(C1,C2): pass

C1().__class__=C2

class C3: __slots__='a'

C1().__class__=C3

class C4: __slots__=()

C4().__class__=C3

A().__class__=C4

Q.__bases__=(C1,)

A().__dict__=1

del A().__dict__

a=A(); a.__dict__={'x':1}; print(a.x)

a=A(); del a.__dict__; a.x

a.__weakref__=1

class X(A):
 def __init_subclass__(cls): raise ValueError

class Y(X): pass

class Y(A):
 def __class_getitem__(cls, x): return x

Y[1]

Y.__dict__['__class_getitem__']

class Z(int): __slots__=('__dict__',)

class Z(int): __slots__=('__weakref__',)

class Z:
  __hash__=None
  def __eq__(s,o): return 1

hash(Z())

class Z:
  def __eq__(s,o): return 1

print(Z.__hash__)

class W(dict): __slots__=('a','__dict__')

W().a

class D1(dict, list): pass

class D2(Exception, dict): pass

class E2(KeyError, AttributeError): pass

class E3(KeyError, IndexError): pass
""".strip().split("\n\n"):
    print(code, "->", outcome(code))
