import math
import sys

values = [0.0, -0.0, 1.0, 0.1, 1 / 3, 1e16, 1e15 + 0.5, 123456789.123, 1e-5, 0.0001, 1e22, 1e23, 5e-324, 1.7976931348623157e308,
          float("inf"), float("-inf"), float("nan"), 2.5, -7.25, 100.0, 1e100, 9007199254740993.0, 0.1 + 0.2]
for v in values:
    print(repr(v), str(v), f"{v:.3f}", f"{v:g}", f"{v:e}", f"{v:%}", v.hex(), hash(v) == hash(float(repr(v))) or v != v)
print(0.1 + 0.2 == 0.3, 1e308 * 10, -1e308 * 10, 0.0 == -0.0, float("nan") == float("nan"), math.copysign(1, -0.0))
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2), 5.5 // 0.1, 1e20 % 3, 2.0**0.5, 2.0**-1, (-2.0) ** 3, (-8.0) ** 0.5)
print(round(2.675, 2), round(0.5), round(1.5), round(-0.5), round(1e300, 2), round(12345.678, -2), round(5e15 + 0.5), round(1.15, 1))
print((0.75).as_integer_ratio(), (2.0).is_integer(), float.fromhex("0x1.8p3"), float("1_0.5"), float(" -1e3\n"), float("infinity"), float("-NaN"))
print(int(3.99), math.floor(-0.5), math.ceil(0.2), math.trunc(-2.7), math.fsum([0.1] * 10), sum([0.1] * 10), math.hypot(3, 4), math.dist((0, 0), (1, 1)))
print(min(1, 1.0), max(1.0, 1), 1 == 1.0, hash(1) == hash(1.0), {1: "a", 1.0: "b", True: "c"}, 2**53 == 2.0**53, 1 < 1.5 < 2)
print(math.sin(1), math.cos(1), math.tan(1), math.exp(1), math.log(10), math.log2(8), math.log10(1000), math.log(8, 2), math.sqrt(2), math.gamma(5), math.erf(0.5))
print(math.frexp(10.5), math.ldexp(0.5, 4), math.modf(-2.75), math.fmod(-7, 3), math.remainder(7, 4), math.nextafter(1, 2), math.ulp(1.0), math.isclose(0.1 + 0.2, 0.3))
print(math.degrees(math.pi), math.radians(180), math.atan2(-1, -1), math.cbrt(8), math.exp2(3), math.expm1(1e-10), math.log1p(1e-10), math.isqrt(17))
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_repr_style)
z = 3 + 4j
print(z, abs(z), z.conjugate(), z.real, z.imag, z * z, z / (1 - 1j), z**2, z**0.5, -z, z == 3 + 4j, complex("1-2j"), complex(1, -0.0), 1j**2, hash(1 + 0j) == hash(1))
print(repr(-0j), 0j, complex(0, float("inf")), complex(float("nan"), -1), f"{z:.2f}", f"{z:>15}", 2 + 3j - 2, 1j * 1j, complex(5), bool(0j))
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0**-1, lambda: 1j / 0, lambda: 1j < 2j, lambda: 1j // 2, lambda: int(1j), lambda: float("x"), lambda: float("1e"),
          lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: 2.0**10000, lambda: complex("1+"),
          lambda: complex("1", 2), lambda: round(float("inf")), lambda: round(float("nan")), lambda: math.floor(float("inf")), lambda: f"{1.5:d}", lambda: float([]), lambda: math.acos(2)):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
