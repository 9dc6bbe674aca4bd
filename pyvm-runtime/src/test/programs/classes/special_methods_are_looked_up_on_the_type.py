def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class SL:
    def __len__(self): return 2
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 2
    def __contains__(self, x): return x == 'in'
    def __call__(self, *a, **k): return (a, k)
    def __bool__(self): return False
    def __index__(self): return 4
    def __iadd__(self, o): return 'iadd'
    def __radd__(self, o): return 'radd'
    def __neg__(self): return 'neg'
    def __matmul__(self, o): return 'mm'
o = SL()
print(len(o), o[1], list(o), 'in' in o, 'out' in o, o(1, k=2), bool(o), [0,1,2,3,4][o], 1 + o, -o, o @ 3)
o += 1
print(o)
SL.__len__ = lambda self: 77
print(len(SL()))
del SL.__len__
print(attempt(len, SL()))
a = SL()
a.__len__ = lambda: 1
print(attempt(len, a))
