"""What is not allowed, and where it is told."""

from __syntax__ import typeparams

for source in [
    "type X = (yield)",
    "type X = (a := 1)",
    "def f[T: (yield)](): pass",
    "def f[T: (a := 1)](): pass",
    "class C[T](a := 1): pass",
    "def f[T](x: (a := 1)): pass",
    "async def f():\n    def g[T: (await x)](): pass",
    "def f[T, T](): pass",
    "def f[*Ts: int](): pass",
    "def f[**P: (int, str)](): pass",
    "def f[](): pass",
    "def f[T](x y): pass",
    "def f[T](x)\n    pass",
    "class C[T: ]: pass",
    "class C[T]\n    pass",
    "type X.y = 3",
    "type X[T] = 1 1",
    "type X[T: int = 3",
    "type X[T]",
]:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print("no error", source)

for wrong in lambda: Plain[int], lambda: setattr(Plain, "x", 1), lambda: isinstance(1, Plain), lambda: Plain():
    type Plain = int
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(error.__class__.__name__, error)
