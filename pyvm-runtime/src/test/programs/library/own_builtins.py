# What __builtins__ in the globals of exec may be: names are asked of it, whatever it is; without it there are the usual ones.
import types


class Failing(dict):
    def __getitem__(self, key):
        raise LookupError(key)


class Computed(dict):
    def __getitem__(self, key):
        return key + " computed" if key == "spam" else super().__getitem__(key)


def show(source, builtins):
    namespace = {"__builtins__": builtins, "seen": []}
    try:
        exec(source, namespace)
        print(source.splitlines()[0], "->", namespace["seen"])
    except Exception as e:
        print(source.splitlines()[0], "->", type(e).__name__, e)


for builtins in ({}, None, 5, Failing(len=1), Computed(len=1), types.ModuleType("m"), {"len": 2, "spam": 3}):
    print(type(builtins).__name__)
    show("seen.append(len)", builtins)
    show("for i in 1, 2, 3: seen.append(spam)", builtins)
    show("def f(): return spam\nseen.append(f())\nseen.append(f())\nseen.append(f())", builtins)
    show("class A: pass", builtins)
    show("seen.append((lambda: 0).__builtins__ is __builtins__)", builtins)

function = types.FunctionType(compile("spam", "s", "eval"), {"__builtins__": {"spam": 7}})
print(function(), function.__builtins__)
