import cmath
import math

inf, nan = math.inf, math.nan
values = [-inf, -2.5, -0.0, 0.0, 1.0, inf, nan]
for name in "acos acosh asinh atanh cosh exp log sinh sqrt tanh tan".split():
    row = []
    for x in values:
        for y in values:
            try:
                z = getattr(cmath, name)(complex(x, y))
                row.append(f"{z.real:.4g},{z.imag:.4g}")
            except ValueError as e:
                row.append(str(e).split()[1])
    print(name, *row)
print(cmath.polar(-3 + 4j), cmath.rect(2, math.pi / 3), cmath.phase(-1j), cmath.log(8, 2), cmath.isclose(1j, 1j + 1e-12))
print(math.atan2(1e308, -1), math.asin(0.3), math.acos(-0.7), math.atan(-4.25))
for call in (lambda: cmath.exp(1000), lambda: cmath.log(2, 1), lambda: cmath.sqrt("a"), lambda: cmath.isclose(1, 2, rel_tol=-1)):
    try:
        call()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
