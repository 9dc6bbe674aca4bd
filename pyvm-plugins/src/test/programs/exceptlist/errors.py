import traceback

# What is wrong is told at its own token.
for source in (
    "try: pass\nexcept A, B as e: pass",
    "try: pass\nexcept A, B\n    pass",
    "try: pass\nexcept , B: pass",
    "try: pass\nexcept A, *B: pass",
):
    try:
        exec("from __syntax__ import exceptlist\n" + source)
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)).partition("\n")[2], end="")
