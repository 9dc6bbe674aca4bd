import traceback

# What is wrong is told at its own token.
for source in (
    "def f(a=>): pass",
    "def f(a=>1, b): pass",
    "def f(a=1, b=>2, c): pass",
    "def f(*a=>1): pass",
    "def f(a=>1, a=>2): pass",
    "lambda a=>1, b: 1",
    "f(a=>1)",
):
    try:
        exec("from __syntax__ import latebound\n" + source)
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)).partition("\n")[2], end="")
