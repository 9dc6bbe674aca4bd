class A:
    pass


class B(A):
    pass


class M(type):
    pass


class N(type):
    pass


class AM(metaclass=M):
    pass


class AN(metaclass=N):
    pass


class types:
    MethodType = type(A().__init__)
    GenericAlias = type(list[int])


def outcome(code):
    try:
        return repr(eval(code))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


for code in """\
type()
type(1,2)
type(1,2,3)
type('a',2,3)
type('a',(),3)
type('a',(1,),{})
type('a',(),{},x=1)
type(1,x=1)
type(5,(),{},x=1)
M(1)
M()
type.__new__(type)
type.__new__(type,1)
type.__new__(type,1,2,3)
type.__new__(type,'a',2,3)
type.__new__(type,'a',(),3)
type.__init__(type)
type.__init__(A,1,2)
type.__init__(A,1,2,3,x=1)
type.__init__(A,1,x=1)
type.__init__(A,'A')
type('X',(bool,),{})
type('X',(int,str),{})
type('X',(AM,AN),{})
type('X',(A,B),{})
type('X',(A,A),{})
type('X',(object,A),{})
type('X',(A,),{'__slots__':5})
type('X',(A,),{'__slots__':[5]})
type('X',(A,),{'__slots__':['a b']})
type('X',(A,),{'__slots__':['__dict__']})
type('X',(A,),{'__slots__':['__weakref__']})
type('X',(),{'__slots__':['__dict__','__dict__']})
type('X',(int,),{'__slots__':['a']})
type('X',(int,),{'__slots__':[]})
type('X',(tuple,),{'__slots__':['a']})
type('X',(type,),{'__slots__':['a']})
type('X',(),{'__slots__':['a'],'a':1})
type('X',(),{'__slots__':['b','__a','a']}).__dict__.keys()
type('X',(),{'__qualname__':1})
type('X',(),{'__classcell__':1})
type('X',(),{}).__dict__
type('X',(),{'__eq__':1,}).__dict__
type('X',(),{'x':type('D',(),{'__set_name__':lambda s,o: 1})()})
type('X',(),{'__init_subclass__':1}).__dict__
type('X',(A,),{},x=1)
A.mro()
type.mro(1)
type.mro()
A.__subclasses__()
type.__prepare__()
type.__prepare__(1,2,x=3)
type.__instancecheck__(A,1)
type.__subclasscheck__(A,1)
A.__dir__()
A.__sizeof__()
A.__base__, A.__bases__, A.__mro__, A.__module__, A.__qualname__, A.__name__, A.__doc__, A.__text_signature__, A.__annotations__
int.__annotations__
A.__abstractmethods__
int|str
int|None
int|5
5|int
A|B
int.zz
A.zz
type.__dict__['__dict__'].__get__(A)
type(A.__dict__)
object.__init_subclass__(1)
object.__init_subclass__(x=1)
object.__subclasshook__(1)
object.__format__(1,'')
object().__format__('a')
object().__format__(1)
object.__sizeof__(1)
object().__getstate__()
object(1)
object(x=1)
object.__new__(A,1)
A(1)
A().__init__(1)
object.__init__(A(),1)
object.__class__
object.__dict__['__class__']
object.__text_signature__, type.__text_signature__
repr(A), repr(int), repr(types.MethodType), repr(types.GenericAlias)
type.__subclasses__(1)
A.__or__(1)
type.__or__(1,2)
type.__or__(int,2)
type.__ror__(int,2)
(lambda: 0).__class__.__new__(1)
type.__call__(int, 5)
type.__call__()
type.__getattribute__(int, 5)
""".splitlines():
    print(code, "->", outcome(code))
