import traceback

# What is wrong is told at its own token.
for source in (
    't"{"',
    't"{}"',
    't"a" "b"',
    't"{a!z}"',
    't"{a b}"',
    'bt"a"',
    't"',
    't"a" = 1',
):
    try:
        exec("from __syntax__ import tstring\n" + source)
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)).partition("\n")[2], end="")
