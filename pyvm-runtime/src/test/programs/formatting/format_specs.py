# The mini-language of format(): all types, all flags, in one table.
for value, specs in (
    (42, "d 5d <5d ^5d =+5d 05d +d -d _d b #b #010b o #o x #x X #X c n , e .2f % *^9d >08d 08,d x<#8x"),
    (-42, "d 5 06 =6 +d x #x b 010,"),
    (1234567, ", _ ,d 15,d e .3e f .0f g .3g _x _b 20_d"),
    (3.14159, "f .2f 8.3f 08.3f +.1f e .0e g .3g G E % .1% , n <10.2f ^10.2f| -^10.1f #.0f .10g 10 010 =+10.2f"),
    (1e10, "f ,.2f e g G _ ,"), (-0.0, "f .0f g +g z.1f"), (float("nan"), "f 8f 08f F"), (float("inf"), "f +f 08f"), (1234.5, ",.2f _.1f 012,.2f .2 .5 .1e"),
    (0.00001234, "f g .2g e "), ("text", "s 10 >10 ^10 *<10 .2 10.2 ^7.3s"), (True, "d s 5 "), (3 + 4j, ".1f  g >12"), (2**70, ",d x e"),
):
    for spec in specs.split(" "):
        try:
            print(f"{value!r:>24} {spec:<10} [{format(value, spec)}]")
        except ValueError as e:
            print(f"{value!r:>24} {spec:<10} {e}")
for value, spec in ((1, "s"), (1, ".2d"), ("x", "d"), ("x", "+"), ("x", "=5"), (1.5, "d"), (1.5, "x"), (1, "q"), (1, ",,"), (1, "_,"), (1, ",b"), (1, "c+"),
                    (-1, "c"), (0x110000, "c"), ([], "5"), (None, "x"), (1, "10" * 15), (1, "..2f"), (1, ".f"), (1, "5 "), ("x", ","), (1j, "%"), (1j, "05")):
    try:
        print("no error", format(value, spec))
    except (ValueError, TypeError, OverflowError) as e:
        print(repr(value), repr(spec), type(e).__name__, e)


class Custom:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    attribute = {"key": [10, 20]}


c = Custom()
print("{} {!s} {!r} {!a} {:abc} {!s:>5} {0.attribute[key][1]}".replace("{}", "{0}").replace("{!", "{0!").replace("{:", "{0:").format(c))
print("{:{}}{:{w}.{p}}".format("a", ">4", 3.14159, w=8, p=3), "{{}} {{{}}}".format(1), "{a[x]} {a[0]}".format(a={"x": 1, 0: 2}), "{0[0]}{0[-]}".format({0: "a", "-": "b"}))
print("{:%Y-%m}".format(__import__("datetime").date(2026, 11, 22)), "{0:>{1}}".format("x", 5), "{!r:>6}".format("x"), "{:>{w}}".format(1, w=3))
print("{x} {y.real}".format_map({"x": 1, "y": 2}), "{}".format(None), "{:d}".format(True), "{:5}".format(True), "{0}, {0}".format(1))
for bad, args in (("{", ()), ("}", ()), ("{0", (1,)), ("{!}", (1,)), ("{!x}", (1,)), ("{0!rs}", (1,)), ("{a.}", ()), ("{0[}", ([1],)), ("{0[]}", ([1],)), ("{0.x}", (1,)),
                  ("{:{:{}}}", (1, 2, 3)), ("{0}{}", (1, 2)), ("{}{0}", (1, 2)), ("{1}", (1,)), ("{0[1]}", ([1],)), ("{a}", ()), ("{0 }", (1,))):
    try:
        print("no error", bad.format(*args))
    except Exception as e:
        print(repr(bad), type(e).__name__, e)
