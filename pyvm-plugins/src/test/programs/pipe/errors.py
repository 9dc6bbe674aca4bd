import traceback

# What is wrong is told at its own token.
for source in (
    "1 |>",
    "|> 1",
    "1 |> = 2",
    "1 |> f = 2",
    "1 |> (2",
    "1 |> lambda: 2",
    "f(1 |> x = 3)",
):
    try:
        exec("from __syntax__ import pipe\n" + source)
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)).partition("\n")[2], end="")
