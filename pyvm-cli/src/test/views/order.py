class O: pass
class A(O): pass
class B(O): pass
class X(A, B): pass
class Y(A, B): pass
class Z(X, Y): pass


print(*(cls.__name__ for cls in Z.__mro__))
print(type(type) is type)
try:
    class W(X, B, A): pass
except TypeError as error:
    print(error)
try:
    A.__dict__['x'] = 1
except TypeError as error:
    print(error)
