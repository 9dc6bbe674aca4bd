# What long arithmetic does for short coefficients agrees with what big numbers do for long ones, at the borders in between.
from decimal import Decimal, localcontext
from fractions import Fraction

for text in ("5.", ".5", "-.50e-3", "+0012.50E+2", ".", "", "-", "e5", "1e", "1e+", "1.2.3", "1e5.", "١٢.٥", " 1_0.0_1 ", "1 0"):
    try:
        print(repr(text), Decimal(text))
    except ArithmeticError as error:
        print(repr(text), error)
for text in ("inf", "-INFINITY", "+iNf", "infin", "nan", "-sNaN123", "NaN0", "snan", "nanx", "s", "sinf", "1e999999999999999999999"):
    try:
        print(repr(text), Decimal(text))
    except ArithmeticError as error:
        print(repr(text), error)
for digits in (17, 18, 19, 20):
    for value in (10**digits - 1, 10**digits, 10**digits + 1):
        for exponent in (-30, -22, -3, 0, 3, 22, 30, 200):
            number = Decimal(value).scaleb(exponent)
            exact = Fraction(value) * Fraction(10) ** exponent
            assert hash(number) == hash(exact) and hash(-number) == hash(-exact), number
            assert float(number) == value * 10**exponent / 1 if exponent >= 0 else value / 10**-exponent, number
        print(Decimal(value) * Decimal(3), Decimal(value) / 8, Decimal(value) / 7)
for divisor in ("1", "2", "8", "2e5", "0.625", "1024", "3", "30", "1e17", "152587890625", "999999999999999999"):
    for dividend in ("1", "10", "7e3", "-6", "3.00", "100000000000000000", "999999999999999999"):
        print(Decimal(dividend) / Decimal(divisor), end=" ")
    print()
with localcontext() as context:
    for context.prec in (1, 3, 5):
        print(Decimal(1) / 8, Decimal(3) / 4, Decimal("1234.50") / 2, Decimal(99999) * 99999, context.flags)
        context.clear_flags()
print([float(Decimal(text)) for text in ("inf", "-inf", "nan", "0", "-0", "0e-400", "1e22", "1e23", "-9007199254740993e-5", "1e400")])
