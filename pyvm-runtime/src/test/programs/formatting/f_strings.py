import datetime
import math

name, n, x, items = "World", 42, math.pi, {"key": [1, 2]}
print(f"Hello {name}! {n} {x:.3f} {items['key'][1]} {n!r:>5} {name!s:^9} {name!a}")
print(f"{n=} {n = } {x=:.2f} {name=!s} {n+1=} {items['key']=} {name = !r:>10}", f"{ n }", f"{n:{n}d}|")
print(f"{{}} {{{n}}} {'nested ' + f'{name}'}")
print(f'{name:{"*"}^{len(name) + 4}}', f"{x:{'.' + str(2)}f}", f"{n:#{'x'}}", f"{n:{''}}", rf"\n{n}\t", f"\x41{n}\N{BULLET}", f"{n}" "plain" f"{x:.1f}")
print(f"""multi
{n
 + 1} line {
name}""")
print(f"{lambda_(3)}" if (lambda_ := lambda y: y * 2) else "", f"{(lambda y: y + 1)(n)}", f"{[i for i in range(3)]}", f"{ {1: 2}[1] }", f"{n if n > 3 else 0}", f"{n!=3}", f"{n==42}")
print(f"{datetime.date(2026, 1, 2):%A, %d %B %Y}", f"{datetime.timedelta(hours=1)}", f"{None}", f"{True:d}", f"{1_000_000:,}", f"{'a' 'b'}", f"{'a', 'b'}")
print(f"{(yes := 5)} {yes:=+5}", f"{n:>{n//4}}|", f"{''}", f"", f"{n}{n}", "{not f}", f"{'{'}{'}'}")


class Formatted:
    def __format__(self, spec):
        return f"[{spec}]"


f = Formatted()
print(f"{f}", f"{f:x{n}y}", f"{f:%H:%M}", f"{f!r:.9}...", f"{f:{{}}}" if False else "")
width, precision = 10, 4
print(f"result: {x:{width}.{precision}}", f"{x!r:^{width}.{precision}}", f"{'é😀':>{width}}")
for bad in ("f'{}'", "f'{a b}'", "f'{'", "f'}'", "f'{a!}'", "f'{a!x}'", "f'{!r}'", "f'{a:{b:{c}}}'", "f'{a\\n}'", "f'{#}'", "f'{a;b}'", "f'{a[}'", "f'{(}'", "f'{a:{}}'", "f'{*a}'", "f'{yield}'",
            "f'{a=!}'", "f'{lambda x: 1}'", "f'{1:d}{'", "f'{a $ b}'", "bf'x'", "f'{x = y}'", "f'{**a}'"):
    try:
        print(repr(bad), "compiles", compile(bad, "<f>", "eval").co_names)
    except SyntaxError as e:
        print(repr(bad), e.msg)
for source in ("f'{n:q}'", "f'{undefined}'", "f'{1/0}'", "f'{name:d}'"):
    try:
        eval(source)
    except Exception as e:
        print(type(e).__name__, e)
