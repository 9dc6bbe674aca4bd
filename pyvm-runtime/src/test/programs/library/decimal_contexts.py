# Numbers, contexts, signals and formats of the module decimal.
import decimal
from decimal import Context, Decimal, InvalidOperation, getcontext, localcontext

a, b = Decimal("123.456"), Decimal("-7.89")
for name in "+ - * / // %".split():
    print(name, eval(f"a {name} b"), eval(f"b {name} a"), eval(f"a {name} 3"))
print(divmod(a, b), a**3, a**Decimal("0.5"), pow(Decimal(7), 5, 13), -a, abs(b), +a, round(a), round(a, 1), int(b), float(b), hash(a) == hash(123456) * 0 + hash(a))
for name in "sqrt exp ln log10 logb next_plus next_minus normalize to_integral number_class as_integer_ratio as_tuple".split():
    print(name, getattr(a, name)())
for name in "compare max min remainder_near copy_sign next_toward quantize compare_total".split():
    print(name, getattr(a, name)(b))
with localcontext(Context(prec=5, Emin=-3, Emax=3, traps=[])) as context:
    for text in "1/3", "2/3", "99999*99999", "Decimal('1E-3')/999", "1/Decimal(0)", "Decimal(0)/0", "Decimal('sNaN')+1", "Decimal('x')":
        result = eval(text.replace("1/3", "Decimal(1)/3").replace("2/3", "Decimal(2)/3").replace("99999*", "Decimal(99999)*"))
        print(text, result, context)
        context.clear_flags()
for rounding in (name for name in dir(decimal) if name.startswith("ROUND_")):
    print(rounding, *[Decimal(x).quantize(1, rounding) for x in ("1.5", "2.5", "-1.5", "0.1", "-5.9", "4.99")])
for spec in "", "f", ".2f", ".3e", "g", ".1%", ",.2f", "012,.1f", "+", "*^12", "z.0f", "E":
    print(repr(spec), *[format(Decimal(x), spec) for x in ("0", "-1234567.891", "1E+10", "0.0000012", "-0.4", "Infinity", "NaN")])
for text in "Decimal(1) / 0", "Decimal('x')", "Decimal(1.5) < 'x'", "Decimal(None)", "Decimal(1) + 1.5", "Context(prec=0)", "Context(rounding='up')", "int(Decimal('nan'))", "format(a, 'q')":
    try:
        print(eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
print(Decimal(1.1), Decimal("1.10") == Decimal("1.1"), Decimal("0.5") == 0.5, sorted([Decimal(2), 1, Decimal("1.5")]), repr(getcontext()), getcontext().flags[InvalidOperation])
