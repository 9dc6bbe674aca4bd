import traceback

# What is wrong is told at its own token.
for source in (
    "unless 1\n    pass",
    "unless 1 2:\n    pass",
    "unless 1:\npass",
    "unless 1: pass\nelse\n    pass",
    "until x = 1: pass",
    "unless 1: pass\nelif 2: pass",
    "unless 1:\n    break",
):
    try:
        exec("from __syntax__ import unless\n" + source)
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)).partition("\n")[2], end="")
