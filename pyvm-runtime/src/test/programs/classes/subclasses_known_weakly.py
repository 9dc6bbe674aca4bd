# A type knows the classes that derive from it, oldest first, for as long as they live; one that comes back is the youngest.
import gc


class Base:
    pass


class Other:
    pass


def names(base):
    return [child.__name__ for child in base.__subclasses__()]


kept = [type(name, (Base,), {}) for name in ("A", "B", "C", "D")]
print(names(Base), names(Other))
kept[1].__bases__ = (Other,)
print(names(Base), names(Other))
kept[1].__bases__ = (Other, Base)
kept[0].__bases__ = (Base, Other)
print(names(Base), names(Other))
for i in range(3000):
    type("Dropped", (Base,), {})
    type("Dropped", (dict,), {"number": i})
del kept[2]
gc.collect()
print(names(Base), "Dropped" in names(dict))
Base.shared = 5
print([child.shared for child in kept])
