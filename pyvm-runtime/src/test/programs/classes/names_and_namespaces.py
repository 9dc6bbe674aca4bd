# What a class may be called, the order of its namespace, and warnings of what is mostly a mistake.
import collections
import warnings

ordered = collections.OrderedDict([("a", 1), ("b", 2)])
ordered.move_to_end("a")
print([name for name in type("C", (), ordered).__dict__ if len(name) == 1])
for arguments in [("A\udcdc", (), {}), ("A", (), {"__doc__": "x\udcdcy"}), ("A\0", (), {})]:
    try:
        type(*arguments)
    except ValueError as error:
        print(type(error).__name__, error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
    bool(NotImplemented)
    warnings.simplefilter("always")
    print(bool(NotImplemented), [str(w.message) for w in caught])
try:
    exec("class A: pass", {"__builtins__": {}})
except NameError as error:
    print(error)
try:
    __import__("sys", level=1)
except KeyError as error:
    print(error)
