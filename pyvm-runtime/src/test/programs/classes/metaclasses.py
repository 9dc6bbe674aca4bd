# What a class statement calls, in order; registries, singletons, an ordered namespace, enumerations by hand.
class Loud(type):
    def __prepare__(name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return Recorder()

    __prepare__ = classmethod(lambda meta, name, bases, __f=__prepare__, **kw: __f(name, bases, **kw))

    def __new__(meta, name, bases, namespace, **kw):
        print("new", name, list(namespace), kw)
        return super().__new__(meta, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kw):
        print("init", cls.__name__)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def __instancecheck__(cls, instance):
        print("instancecheck", instance)
        return instance == 42

    def __getattr__(cls, name):
        return f"no {name} in {cls.__name__}"

    def __iter__(cls):
        return iter("ab")

    def __len__(cls):
        return 7

    def __contains__(cls, x):
        return x == "yes"

    def __or__(cls, other):
        return "or"

    @property
    def shout(cls):
        return cls.__name__.upper()


class Recorder(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("  set", key, value if isinstance(value, (int, str)) else type(value).__name__)
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.isupper():
            return key.lower()
        raise KeyError(key)


class Base(metaclass=Loud, flavour="sweet"):
    x = 1
    x = x + 1
    word = MAGIC

    def method(self):
        return self.x


class Derived(Base):
    y = Base.x * 10


print(type(Derived), Derived().method(), Derived.word, Derived.nothing, Derived.shout)
print(list(Derived), len(Derived), "yes" in Derived, "no" in Derived, Derived | 3, isinstance(42, Derived))
try:
    Derived().shout
except AttributeError as e:
    print(e)
print(isinstance(Derived, Loud), type(Loud), Loud.__mro__[1:])


class Other(type):
    pass


try:
    class Clash(Base, metaclass=Other):
        pass
except TypeError as e:
    print(e)


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, value):
        self.value = value


print(Config(1) is Config(2), Config(3).value)


class Enumeration(type):
    def __new__(meta, name, bases, namespace):
        members = {k: v for k, v in namespace.items() if not k.startswith("_") and isinstance(v, int)}
        cls = super().__new__(meta, name, bases, {k: v for k, v in namespace.items() if k not in members})
        cls._members = {}
        for key, value in members.items():
            member = object.__new__(cls)
            member.name, member.value = key, value
            type.__setattr__(cls, key, member)
            cls._members[key] = member
        return cls

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_members", ()):
            raise AttributeError(f"cannot reassign {name}")
        super().__setattr__(name, value)

    def __getitem__(cls, name):
        return cls._members[name]

    def __iter__(cls):
        return iter(cls._members.values())


class Colour(metaclass=Enumeration):
    RED = 1
    GREEN = 2

    def __repr__(self):
        return f"{type(self).__name__}.{self.name}"


print(list(Colour), Colour.RED, Colour["GREEN"].value)
try:
    Colour.RED = 5
except AttributeError as e:
    print(e)
Made = type("Made", (Colour,), {"__repr__": lambda self: "made", "BLUE": 3})
print(Made.BLUE, type(Made), Made.__module__, Made.__bases__)


def not_a_class(name, bases, namespace, **kw):
    return name, bases, sorted(k for k in namespace if not k.startswith("__")), kw


class Weird(1, 2, metaclass=not_a_class, option=True):
    z = 1


print(Weird)


class Resolver:
    def __mro_entries__(self, bases):
        print("entries of", len(bases))
        return (dict,)


class FromObject(Resolver()):
    pass


print(FromObject.__bases__, len(FromObject.__orig_bases__))
