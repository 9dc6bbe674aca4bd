# int(), float() and int.from_bytes() of objects that answer with subclasses, or that are no bytes.
import warnings

warnings.simplefilter("always")


class Int(int):
    def __int__(self):
        return Int(9)


class Number:
    def __float__(self):
        return type("Float", (float,), {})(1.5)

    def __index__(self):
        return True


for convert in (int, float, range):
    for value in (Int(3), Number()):
        with warnings.catch_warnings(record=True) as caught:
            result = convert(value)
        print(convert.__name__, result, type(result).__name__, [str(w.message) for w in caught])

for value in ([1, 255], b"\x01\x02", "text", 5, [256]):
    try:
        print(int.from_bytes(value, "big"))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

print(0 / -(10**400), -0.0 ** -float("inf"), 0.0 ** -float("inf"))


class Text(str):
    def __bytes__(self):
        return b"special"


print(bytes(Text("ü")), bytes(Text("u"), "ascii"))
try:
    str(3 ** (10**6))
except ValueError as e:
    print(e)
