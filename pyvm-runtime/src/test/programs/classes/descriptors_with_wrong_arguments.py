class S:
    __slots__ = "a", "b"


class C:
    p = property()
    q = property(lambda s: 1, None, None, "dd")

    def f(self):
        "doc"
        return 1

    cm = classmethod(f)
    sm = staticmethod(f)


class types:
    MappingProxyType = type(type.__dict__)
    MethodType = type(C().f)


c = C()
s = S()
C.r = property()


def outcome(code):
    try:
        return repr(eval(code))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


for code in """\
s.a
S.a
S.a.__get__(1)
S.a.__set__(1,2)
type(S.a)
C.p.__get__(c)
c.p
c.q
c.r
C.q.__doc__
property(lambda: 1).__doc__
property().fget
repr(property())[:20]
property.__text_signature__
types.MappingProxyType(1)
types.MappingProxyType([])
types.MappingProxyType()
types.MappingProxyType({1:2})
str(types.MappingProxyType({1:2}))
hash(types.MappingProxyType({1:2}))
types.MappingProxyType({1:2})|{3:4}
{3:4}|types.MappingProxyType({1:2})
types.MappingProxyType({1:2})=={1:2}
types.MappingProxyType.__text_signature__
types.MappingProxyType({1:2})[3]
types.MethodType(1,2)
types.MethodType(C.f,None)
types.MethodType(C.f)
types.MethodType(C.f,1,2)
types.MethodType(C.f,1,x=2)
C.cm
types.MethodType(len,[])
types.MethodType(1 .__add__,[])
c.f.__get__(1)
c.f.__doc__
c.f.zz
C.__dict__['cm'].__dict__
C.__dict__['cm'].__isabstractmethod__
C.__dict__['cm']()
classmethod()
classmethod(1,2)
classmethod(x=1)
classmethod(1)
classmethod.__new__(classmethod).__func__
classmethod.__new__(classmethod).__get__(1)
repr(classmethod.__new__(classmethod))
staticmethod()
staticmethod.__new__(staticmethod).__get__(1)
staticmethod.__dict__.keys()
classmethod.__dict__.keys()
classmethod.__text_signature__
classmethod.__get__(classmethod(1), 5)
C.__dict__['cm'].__get__(None, 5)
type(C.__dict__['__weakref__'])
C.__dict__['__weakref__'], C.__dict__['__dict__']
C.__dict__['__dict__'].__doc__
C.__dict__['__dict__'].__get__(1)
c.__weakref__
super.__dict__.keys()
super.__text_signature__
types.MappingProxyType(C()).get(1)
super()
super(1)
super(int)
super(int,2)
super(int, 'a')
super(int, 2).zz
super(int, 2).__thisclass__
repr(super(int))
super(int,2,3)
super(int,2,x=3)
super(int).__get__(3)
super(int).__get__('a')
super(1,2)
""".splitlines():
    print(code, "->", outcome(code))
