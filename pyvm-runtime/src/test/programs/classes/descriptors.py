# The order of attribute look-up: data descriptor, instance, other descriptor, class, __getattr__.
class Data:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        print("get", self.name)
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        print("set", self.name, value)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner=None):
        return f"non-data of {type(instance).__name__}"


class Cached:
    """A property that is computed once: the instance's dictionary then hides it."""

    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Thing:
    data = Data()
    loose = NonData()
    plain = "class value"

    @Cached
    def costly(self):
        """Takes long."""
        print("computing")
        return 42

    def __getattr__(self, name):
        if name.startswith("virtual_"):
            return name[8:]
        raise AttributeError(f"nothing called {name}")


t = Thing()
t.__dict__.update(data="in the dict", loose="in the dict")
print(t.data, t.loose, t.plain, t.virtual_x)
t.data = 5
print(t.data, vars(t))
del t.data
print(t.data, t.costly, t.costly, Thing.costly.__doc__, "costly" in vars(t))
del t.loose
print(t.loose, Thing.loose, type(Thing.data).__name__)
try:
    t.nothing
except AttributeError as e:
    print(e, e.name, e.obj is t)
print(getattr(t, "nothing", "default"), hasattr(t, "virtual_y"), hasattr(t, "nothing"))


class Typed:
    def __init__(self, kind, check=lambda x: True):
        self.kind, self.check = kind, check

    def __set_name__(self, owner, name):
        self.slot = "_" + name
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.slot)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        if not self.check(value):
            raise ValueError(f"{self.name} cannot be {value!r}")
        setattr(instance, self.slot, value)


class Person:
    __slots__ = ("_name", "_age")
    name = Typed(str, str.strip)
    age = Typed(int, lambda a: 0 <= a < 150)

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person("Ann", 30)
print(p.name, p.age, Person.age.kind)
for f in (lambda: Person(3, 3), lambda: Person(" ", 3), lambda: Person("x", -1), lambda: setattr(p, "other", 1),
          lambda: p.__dict__, lambda: delattr(p, "name")):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, e)


class Getattribute:
    x = 1

    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("setattr", name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)


g = Getattribute()
g.y = g.x + 1
print(g.y)
del g.y
print(len(vars(g)))
function = Thing.__dict__["costly"].function
bound = function.__get__(t)
print(bound.__self__ is t, bound.__func__ is function, function.__get__(None, Thing) is function)
print(classmethod(lambda cls: cls.__name__).__get__(None, Thing)(), staticmethod(len).__get__(t)("abc"))
print(property(lambda s: 5, doc="five").__get__(t), property(doc="five").__doc__)
try:
    property(lambda s: 5).__set__(t, 1)
except AttributeError as e:
    print(e)
print(type(Thing.__dict__["__dict__"]).__name__, type(int.__add__).__name__, type((1).__add__).__name__, type(str.join).__name__)
