from __syntax__ import addconstant

# What Python does when an addition cannot be done, and when it is not one.
for name, source in {
    "str": "'a' + 1",
    "none": "x + None",
    "reflected": "(y + 1).add",
    "missing": "z + 1",
}.items():

    class Y:
        def __radd__(self, other):
            return "radd"

        def __add__(self, other):
            return NotImplemented

    try:
        print(name, eval(compile("lambda x, y: " + source, "<source>", "eval"))(1, Y()))
    except Exception as error:
        print(name, type(error).__name__, error)
