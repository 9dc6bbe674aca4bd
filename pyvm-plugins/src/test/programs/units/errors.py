import traceback

# What is wrong is told at its own token.
for source in (
    "5kmm",
    "5 km",
    "1_m",
    "5km = 1",
    "del 5km",
    "5km 6",
):
    try:
        exec("from __syntax__ import units\n" + source)
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)).partition("\n")[2], end="")
