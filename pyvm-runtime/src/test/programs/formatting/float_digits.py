# Digits of floats near halves, powers of ten, and the ends of what 128 bits can do: quick and exact ways must agree.
import zlib

halves = [0.5, 1.5, 2.5, 0.125, 0.375, 2.675, 9.995, 9.9995, 999999.5, 1e15 + 0.5, 2.0 ** 51 + 0.5, 2.0 ** 52 - 0.5]
for value in halves:
    print("%.0f %.1f %.2f" % (value, value, value), f"{value:.5e} {value:g} {value!r}")

for power in (-30, -19, -18, -4, -3, -1, 0, 1, 6, 7, 15, 16, 18, 22):
    exact = float("1e%d" % power)
    for value in (exact * (1 - 2 ** -53), exact, exact * (1 + 2 ** -52)):
        print(repr(value), f"{value:.3f} {value:.0e} {value:.6g} {value:.15g} {value:.17g} {value:.18f}")

print(f"{5e-324:.3g} {5e-324:.30f} {1.7976931348623157e308:.1f}"[:60])

# A generator of its own, so that the numbers are everybody's.
state = 1
texts = []
for _ in range(600):
    state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
    value = (state >> 11) / (1 << (state & 63))
    for precision in (0, 1, 3, 6, 12, 15, 17, 18, 19):
        texts.append(f"{value:.{precision}f} {value:.{precision}e} {value:.{precision}g} {value:#.{precision}g}")
    texts.append(repr(value))
print(zlib.crc32(" ".join(texts).encode()))

for number in (0, -1, 255, 2 ** 63 - 1, -(2 ** 63), 2 ** 63, -(2 ** 63) - 1):
    print("%x %o %#X" % (number, number, number), f"{number:b} {number:_x}", hex(number), bin(number), oct(number))
