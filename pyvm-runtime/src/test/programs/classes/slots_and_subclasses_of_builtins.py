def attempt(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class S:
    __slots__ = ('a', '__b', 'c')
    def setb(self):
        self.__b = 3
        return self.__b
s = S()
print(s.setb(), attempt(getattr, s, 'a'))
s.a = 1
print(s.a, S.a, S._S__b)
del s.a
print(attempt(delattr, s, 'a'), attempt(setattr, s, 'zzz', 1))
class S2(S): __slots__ = ('d',)
s = S2()
s.a, s.c, s.d = 1, 2, 3
print(s.a, s.c, s.d, attempt(getattr, s, '__dict__'))
class S3(S2): pass
s = S3()
s.d = 1
s.e = 5
print(s.__dict__, s.d)
class I(int): pass
i = I(5)
i.x = 3
print(i + 1, i.x, i.__dict__, type(i + 1))
class L(list):
    def __len__(self): return 99
l = L([1, 2])
print(len(l), l, l[0], l + [3], attempt(hash, l), [x for x in l])
class T(tuple): 
    def __new__(cls, *a): return tuple.__new__(cls, a)
print(T(1, 2), T(1, 2) == (1, 2))
