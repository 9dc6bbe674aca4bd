# 10 ** 6 is written 1000000: a power of ten has the zeros of its base, as many times, as far as the precision goes.
from decimal import Context, Decimal

for precision in (1, 3, 7, 28):
    for base in ("1", "1.0", "-1.00", "10", "1E1", "-10", "0.1", "0.10", "10.0", "1E-3", "20", "1" + 30 * "0"):
        for exponent in (1, 2, 6, 27, 28, 100, 10**20, -1, -3, -30):
            context = Context(prec=precision, traps=[])
            power = context.power(Decimal(base), exponent)
            raised = [signal.__name__ for signal in context.flags if context.flags[signal]]
            print(power, *raised, end="; ")
        print()
