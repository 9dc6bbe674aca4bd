# Places that read and write attributes remember what they found; each of these changes what there is to find.
import abc
import types


def rounds(read, change, again=3):
    """What a place reads while it is hot, and after each change."""
    seen = []
    for step in range(again):
        for _ in range(150):
            try:
                value = read()
            except Exception as e:
                value = f"{type(e).__name__}: {e}"
        seen.append(value)
        change(step)
    for _ in range(3):
        try:
            value = read()
        except Exception as e:
            value = f"{type(e).__name__}: {e}"
    seen.append(value)
    print(seen)


class Slotted:
    __slots__ = ("a", "b", "__dict__")

    def __init__(self):
        self.a = 1


class Deeper(Slotted):
    __slots__ = ("c",)


class Lent:
    __slots__ = ("z",)
    b = Slotted.b


slotted, deeper, lent = Slotted(), Deeper(), Lent()


def set_and_delete(step):
    if step == 0:
        del slotted.a
    elif step == 1:
        slotted.a = "back"
    else:
        Slotted.a = property(lambda self: "a property")


rounds(lambda: slotted.b, lambda step: setattr(slotted, "b", step))
rounds(lambda: lent.b, lambda step: setattr(lent, "z", step), 1)
rounds(lambda: deeper.c, lambda step: setattr(deeper, "c", (step, vars(deeper).setdefault("d", 5))))
rounds(lambda: [x.a for x in (slotted, deeper)], lambda step: setattr(deeper, "a", step), 2)
rounds(lambda: slotted.a, set_and_delete)


def store(value):
    for target in (slotted, deeper):
        target.b = value
    return slotted.b, deeper.b


rounds(lambda: store(4), lambda step: setattr(Slotted, "__setattr__", lambda self, name, value: object.__setattr__(self, name, -value)), 1)


class Other:
    pass


class Computed:
    @property
    def p(self):
        return self.q

    def __init__(self):
        self.q = 1


computed = Computed()


def recompute(step):
    if step == 0:
        del computed.q
    elif step == 1:
        Computed.__getattr__ = lambda self, name: "asked for " + name
    elif step == 2:
        Computed.p = property(lambda self: 1 / 0)
    elif step == 3:
        vars(computed)["p"] = "own"
        Computed.p = 5
    else:
        del Computed.p


rounds(lambda: computed.p, recompute, 5)
rounds(lambda: computed.__class__.__name__, lambda step: setattr(computed, "__class__", Other), 1)


class Meta(type):
    pass


class Made(metaclass=Meta):
    x = 1

    @classmethod
    def who(cls):
        return cls.__name__

    def plain(self):
        return self


class Sub(Made, abc.ABC, metaclass=type("Both", (Meta, abc.ABCMeta), {})):
    pass


def remeta(step):
    if step == 0:
        Made.x = 2
    elif step == 1:
        Meta.x = property(lambda cls: "meta")
    elif step == 2:
        del Meta.x
    else:
        Meta.__getattribute__ = lambda cls, name: ("meta", name)


rounds(lambda: (Made.who(), Sub.who(), Made.plain(3), Sub.plain(4)), lambda step: setattr(Made, "who", staticmethod(lambda: "static")), 1)
rounds(lambda: (Made.x, Sub.x), remeta, 4)


class Value:
    def __repr__(self):
        return "Value"


class Holder:
    held = Value()


holder = Holder()


def describe(step):
    if step == 0:
        Value.__get__ = lambda self, object, owner: ("got", object is holder, owner.__name__)
    elif step == 1:
        Value.__set__ = lambda self, object, value: None
        vars(holder)["held"] = "own"
    else:
        del Value.__set__


rounds(lambda: (holder.held, Holder.held), describe)

module = types.ModuleType("module")


def rewrite(step):
    if step == 0:
        module.f = len
    elif step == 1:
        module.g = module.f
        module.f = min
    elif step == 2:
        del module.f
    elif step == 3:
        module.__getattr__ = lambda name: "asked for " + name
    else:
        module.__class__ = type("M", (types.ModuleType,), {"f": property(lambda self: "of a class")})


rounds(lambda: module.f, rewrite, 5)
rounds(lambda: (module.__name__, module.__dict__ is vars(module)), lambda step: setattr(module, "__name__", "renamed"), 1)
