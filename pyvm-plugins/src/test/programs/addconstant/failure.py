from __syntax__ import addconstant


def bump(value):
    return [value, value + 1]


print(bump(2))
print(bump("2"))
