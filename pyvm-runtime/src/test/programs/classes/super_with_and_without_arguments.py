def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class A:
    def f(self): return 'A'
    @classmethod
    def k(cls): return cls.__name__
    @property
    def p(self): return 'pA'
class B(A):
    def f(self): return 'B' + super().f()
    @classmethod
    def k(cls): return 'B' + super().k()
    @property
    def p(self): return 'B' + super().p
class Cc(A):
    def f(self): return 'C' + super().f()
class Dd(B, Cc):
    def f(self): return 'D' + super().f()
print(Dd().f(), Dd.k(), Dd().p, [x.__name__ for x in Dd.__mro__])
print(super(B, Dd()).f(), super(B, Dd).k())
print(attempt(lambda: super().x), attempt(lambda q: super().f(), 1))
class E:
    def f(self):
        del self
        return super().f()
print(attempt(E().f))
