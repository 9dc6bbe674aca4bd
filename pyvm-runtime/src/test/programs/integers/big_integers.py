# Arithmetic beyond 64 bits, around every edge of them, and conversions.
edges = [0, 1, -1, 2**31 - 1, -(2**31), 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64, 10**30, -(10**30)]
for a in edges:
    print(a, -a, ~a, abs(a), a + 1, a - 1, a * a, a << 3, a >> 3, a.bit_length(), a.bit_count(), hash(a), bool(a))
for a in (7, -7, 2**70, -(2**70), 10**40 + 12345):
    for b in (3, -3, 2**65, -(2**65), 10**20 + 7):
        print(a, b, a // b, a % b, divmod(a, b), a & b, a | b, a ^ b, (a // b) * b + a % b == a)
for n, k in ((2, 100), (3, 50), (-2, 63), (-3, 7), (10, 25), (0, 0), (7, 0)):
    print(n, k, n**k, pow(n, k, 1000007), pow(n, k, -10))
print(pow(3, -1, 11), pow(10, -3, 7), 2**-2, (-8) ** (1 / 3), pow(2, 10**3, 10**9 + 7))
print(2**63 - 1 + 1, -(2**63) - 1, (2**63 - 1) * 2, -(-(2**63)), abs(-(2**63)), (-(2**63)) // -1, 3037000500**2, 2**32 * 2**31)
total = product = 1
for i in range(1, 60):
    total += i * 2**i
    product *= i
print(total, product)
print(sum(range(10**6)), sum([2**62] * 5), sum([0.1] * 10), sum([2**62, 2**62, 0.5]))
print(int("123456789" * 5), int("-0x" + "f" * 20, 16), int("0b" + "1" * 70, 0), int("z" * 20, 36), int("1_000_000"), int(" 12\n"))
print(hex(2**80 + 1), oct(-(2**70)), bin(2**65), f"{2**100:,}", f"{2**100:x}", f"{-(2**70):_b}", f"{2**70:+e}", f"{10**20:g}", "%d %x" % (2**70, 2**70))
print((2**100).to_bytes(13, "big"), (-(2**70)).to_bytes(10, "little", signed=True), int.from_bytes(b"\xff" * 9, "big", signed=True), int.from_bytes(b"\1\2", "little"))
print(10**18 < 2**60, 2**64 == float(2**64), 2**53 + 1 == float(2**53), 10**400 > 1e308, -(10**400) < float("-inf"), 2**1000 == 2.0**1000, float(2**63 - 1))
print(int(1e20), int(-1.9), int(2.0**80), round(2.5), round(-3.5), round(1234567, -3), round(10**30 + 5, -1), round(25, -1), round(-15, -1))
print(7 / 2, -7 / 2, 10**400 / 10**399, (2**70) / 3, 1 / 3 * 3 == 1, 10**25 / 10**3, 5e-324 / 2)
print((10**20).__add__(1), (1).__add__(1.5), (5).__rsub__(10), (10).__floordiv__(3), int.__mul__(2**40, 2**40), (3).__pow__(2, 5))
print(5 .real, (7).imag, (7).numerator, (7).denominator, (6).conjugate(), (10).as_integer_ratio(), int(), int(True), True + True, ~True)
print([i for i in (2**62, 2**63, 2**64) if isinstance(i, int)], type(2**64 // 2**60), (2**64 - 2**64 + 5) == 5)
print(range(2**64, 2**64 + 10, 3)[2], len(range(2**63 - 2, 2**63 + 2)), 2**64 + 4 in range(0, 2**65, 4), list(range(2**63 - 1, 2**63 + 2)), range(10**20)[-1])
from math import comb, factorial, gcd, isqrt, lcm, perm, prod

print(factorial(30), gcd(2**70, 6**40), lcm(10**10, 15**10), isqrt(10**41), comb(100, 50), perm(20, 15), prod([2**40] * 3), gcd(), lcm(0, 5))
for f in (
    lambda: 1 // 0, lambda: 2**70 % 0, lambda: 0**-1, lambda: 1 << -1, lambda: int("12a"), lambda: int("9" * 5000), lambda: str(10**5000),
    lambda: float(10**400), lambda: 10**400 / 1, lambda: int("0_"), lambda: int("", 10), lambda: int("1", 37), lambda: int(1.5, 2), lambda: (300).to_bytes(1, "big"),
    lambda: (-1).to_bytes(1, "big"), lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: int(float("inf")), lambda: int(float("nan")), lambda: [1] * 2**70,
    lambda: "a"[2**70], lambda: int([]), lambda: 1 + "1", lambda: 5 @ 3, lambda: -"a", lambda: (1.5) << 2, lambda: len(range(2**64)), lambda: isqrt(-1), lambda: 2 ** 3 ** "x",
):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
small = [i - 5 for i in range(262)]
print(all((i + 0) is i for i in small), (lambda a, b: a is b)(256, 255 + 1))
