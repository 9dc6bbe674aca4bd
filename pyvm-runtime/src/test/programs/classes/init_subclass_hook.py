def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.subs.append((cls.__name__, tag))
class K1(Base, tag='t'): pass
class K2(K1): pass
print(Base.subs, attempt(lambda: type('K3', (Base,), {}, bad=1)))
