def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class N:
    def __new__(cls, *a, **k):
        o = object.__new__(cls)
        o.a = a
        return o
print(N(1, 2).a, attempt(N.__new__), attempt(object.__new__, N, 1))
class N2:
    def __init__(self, *a): self.a = a
print(N2(3).a)
class N3:
    def __init__(self): return 5
print(attempt(N3))
class N4:
    def __new__(cls): return 17
print(N4())
