from __syntax__ import pipe


def half(value, *, by=2):
    return value / by


print(8 |> half |> half(by=1))
print(8 |> half
        |> half(by=0))
