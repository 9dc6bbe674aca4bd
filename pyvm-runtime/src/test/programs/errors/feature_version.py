# ast.parse refuses syntax that is younger than a feature version, and takes async as a name where it was one.
import __future__
import ast

younger = [
    "lambda a, /, b: 0",
    "(a := 1)",
    "f'{x=}'",
    "with (a as b, c as d): pass\n",
    "try: pass\nexcept* ValueError: pass\n",
    "match x:\n case 1: pass\n",
    "async def f():\n async for a in b: await c\n [x async for x in y]\n",
    "x: int = 1",
    "a @ b\n",
    "a = 1_000",
    "'x' f'y'",
    "async = await = 1",
]
for source in younger:
    seen = None
    for minor in range(4, 12):
        try:
            ast.parse(source, feature_version=(3, minor))
            result = "parsed"
        except SyntaxError as e:
            result = e.msg, e.lineno, e.offset
        if result != seen:
            print(repr(source), minor, result)
        seen = result

# PEP 401: the flag chooses the operator, the import alone does not.
FLUFL = __future__.CO_FUTURE_BARRY_AS_BDFL
for operator in ("!=", "<>"):
    for flags in (0, FLUFL):
        try:
            compile(f"from __future__ import barry_as_FLUFL\n2 {operator} 3", "<flufl>", "exec", flags)
            print(operator, flags, "compiled")
        except SyntaxError as e:
            print(operator, flags, e.msg, e.lineno, e.offset)
