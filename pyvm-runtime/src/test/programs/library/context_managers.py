import contextlib
import io
import sys
from contextlib import ExitStack, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress


@contextmanager
def tag(name, swallow=()):
    print(f"<{name}>")
    try:
        yield name.upper()
    except swallow as e:
        print(f"swallowed {e!r}")
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b", ValueError) as b:
    print(a, b)
    raise ValueError("x")
try:
    with tag("c"):
        raise KeyError("k")
except KeyError as e:
    print("outside", e)


@tag("decorated")
def function(x):
    print("in function", x)
    return x


print(function(3))


class Resource:
    def __init__(self, name, fail=None):
        self.name, self.fail = name, fail

    def __enter__(self):
        print("open", self.name)
        if self.fail == "enter":
            raise OSError("cannot open")
        return self

    def __exit__(self, kind, value, tb):
        print("close", self.name, kind.__name__ if kind else None, value)
        if self.fail == "exit":
            raise RuntimeError("cannot close") from value
        return self.fail == "swallow"


for fail in (None, "enter", "exit", "swallow"):
    try:
        with Resource("one"), Resource("two", fail) as r:
            print("using", r.name)
            raise ValueError("problem")
    except Exception as e:
        print("escaped", repr(e), repr(e.__cause__), repr(e.__context__))
with ExitStack() as stack:
    for n in range(3):
        stack.enter_context(Resource(n))
    stack.callback(print, "callback")
    stack.push(lambda *args: print("pushed", args[0]))
    kept = ExitStack()
    kept.callback(print, "kept for later")
    kept = kept.pop_all()
kept.close()
with suppress(ZeroDivisionError, KeyError), nullcontext(5) as five:
    print(five)
    1 / 0
out = io.StringIO()
with redirect_stdout(out), redirect_stderr(out):
    print("hidden")
    print("also", file=sys.stderr)
print(repr(out.getvalue()))


class Closing:
    def close(self):
        print("closed")


with contextlib.closing(Closing()):
    pass


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def never():
    if False:
        yield


for bad in (twice, never):
    try:
        with bad():
            pass
    except RuntimeError as e:
        print(e)
for subject in (5, type("NoExit", (), {"__enter__": 1})()):
    try:
        with subject:
            pass
    except TypeError as e:
        print(e)


def returning():
    with tag("r"):
        return "value"


def looping():
    for i in range(3):
        with Resource(i):
            if i == 0:
                continue
            break
    return i


print(returning(), looping())
with (tag("p") as x, tag("q") as y,):
    print(x + y)
with Resource("plain") as z:
    print(z.name)
