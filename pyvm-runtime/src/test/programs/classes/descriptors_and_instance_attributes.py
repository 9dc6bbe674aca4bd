class D:
    def __get__(self, o, t=None): return ('get', o is None, t)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('del')
    def __set_name__(self, owner, name): print('name', owner.__name__, name)
class ND:
    def __get__(self, o, t=None): return 'nd'
class C:
    d = D()
    n = ND()
c = C()
print(c.d == ('get', False, C), C.d == ('get', True, C))
c.d = 5
del c.d
c.__dict__['d'] = 7
c.__dict__['n'] = 8
print(c.d[0], c.n)
