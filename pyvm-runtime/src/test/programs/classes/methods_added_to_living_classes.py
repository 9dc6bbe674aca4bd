def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class P: pass
class Q(P): pass
q = Q()
P.foo = lambda self: 'foo'
print(q.foo())
P.__str__ = lambda self: 'STR'
print(str(q))
del P.foo
print(attempt(getattr, q, 'foo'))
P.__call__ = lambda self: 'called'
print(q())
del P.__call__
print(attempt(q))
q.__class__ = P
print(type(q).__name__)
