def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class G:
    def __getattr__(self, n): 
        if n == 'boom': raise AttributeError(n)
        return 'ga-' + n
g = G()
g.x = 1
print(g.x, g.y, hasattr(g, 'boom'), getattr(g, 'boom', 'dflt'))
class GA:
    def __getattribute__(self, n):
        if n == 'q': return 'Q'
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'fall ' + n
print(GA().q, GA().zz)
class SA:
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n):
        print('da', n)
        object.__delattr__(self, n)
s = SA()
s.a = 4
print(s.a)
del s.a
print(attempt(getattr, s, 'a'))
