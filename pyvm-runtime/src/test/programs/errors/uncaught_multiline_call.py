def combine(a, b, *, sep):
    return a + sep + b


print(
    combine(
        "one",
        2,
        sep=", ",
    )
)
