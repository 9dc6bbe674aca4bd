import traceback

# What is wrong is told at its own token.
for source in (
    "a?.",
    "a?.1",
    "a?[]",
    "a?[1",
    "a?.b = 1",
    "del a?[1]",
    "a ??",
    "1 ??= 2",
    "a, b ??= 3",
    "a?.b += 1",
    "for a?.b in c: pass",
):
    try:
        exec("from __syntax__ import noneaware\n" + source)
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)).partition("\n")[2], end="")
