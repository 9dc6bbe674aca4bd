# The attributes and the behaviour of exception objects themselves.
import pickle
import traceback

for e in (
    Exception(), Exception(1), Exception("a", 2), KeyError("k"), KeyError("a", "b"), StopIteration(3), SystemExit(4),
    OSError(2, "No such file", "name"), OSError("only text"), OSError(13, "denied", "a", None, "b"),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"), ImportError("m", name="n", path="p"),
    SyntaxError("bad", ("f.py", 3, 5, "some text\n")), AttributeError("x", name="n", obj=1), NameError("y", name="q"),
):
    print(type(e).__name__, repr(e), str(e), e.args, {k: v for k in ("value", "code", "errno", "strerror", "filename",
          "filename2", "start", "reason", "name", "path", "lineno", "text", "msg") if (v := getattr(e, k, None)) is not None})
    try:
        copy = pickle.loads(pickle.dumps(e))
        assert type(copy) is type(e) and copy.args == e.args
    except TypeError as problem:
        print("   ", problem)
print([type(OSError(n, "")).__name__ for n in (1, 2, 4, 9, 10, 11, 13, 17, 20, 21, 32, 104, 110, 111)])
tree = {}
for cls in sorted((v for v in vars(__builtins__).values() if isinstance(v, type) and issubclass(v, BaseException)),
                  key=lambda c: c.__name__):
    tree.setdefault(cls.__base__.__name__, []).append(cls.__name__)
for base in sorted(tree):
    print(base, tree[base])
e = ValueError("x")
for name, value in (("__cause__", 1), ("__context__", "s"), ("__traceback__", 3), ("args", 5), ("__suppress_context__", 0)):
    try:
        setattr(e, name, value)
        print(name, getattr(e, name))
    except TypeError as problem:
        print(problem)
try:
    try:
        raise KeyError("first")
    except KeyError as first:
        raise ValueError("second") from first
except ValueError as second:
    print(repr(second.__cause__), second.__cause__ is second.__context__, second.__suppress_context__)
    tb = second.__traceback__
    print(tb.tb_lineno, tb.tb_next, tb.tb_frame.f_code.co_name, traceback.extract_tb(tb)[0].line)
    stripped = second.with_traceback(None)
    print(stripped is second, second.__traceback__)
try:
    first
except NameError as e2:
    print(e2)
try:
    raise OSError
except (ValueError, (KeyError, OSError)[1]) as e3:
    print("tuple", repr(e3))
for bad in ("raise 1", "raise ValueError from 2", "raise object", "raise int"):
    try:
        exec(bad)
    except TypeError as e4:
        print(e4)
try:
    try:
        1 / 0
    except "not a class":
        pass
except TypeError as e5:
    print(e5)
try:
    raise
except RuntimeError as e6:
    print(e6)
e7 = ValueError("note")
try:
    e7.add_note(1)
except TypeError as problem:
    print(problem)
