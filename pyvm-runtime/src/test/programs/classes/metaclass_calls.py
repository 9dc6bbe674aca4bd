def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class M(type):
    def __new__(m, n, b, d, **k):
        print('new', n, sorted(k))
        return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k):
        print('init', n)
        super().__init__(n, b, d)
    def __call__(c, *a):
        print('call', a)
        return super().__call__(*a)
    @classmethod
    def __prepare__(m, n, b, **k):
        print('prep', n, k)
        return {'pre': 1}
    def __getattr__(c, n): return 'meta ' + n
    def __len__(c): return 3
    def meth(c): return c.__name__
class X(metaclass=M, kw=5):
    def __init__(self, v): self.v = v
x = X(9)
print(x.v, X.pre, X.foo, len(X), X.meth(), attempt(getattr, x, 'meth'), attempt(getattr, x, 'foo'))
class Y(X): 
    def __init__(self): pass
print(type(Y), isinstance(Y, M))
print(Y.__class__, Y().__class__)
