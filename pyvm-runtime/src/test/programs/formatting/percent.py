for template, values in (
    ("%d %i %u", (1, 2.9, -3)), ("%5d|%-5d|%05d|%+d|% d", (1, 2, 3, 4, 5)), ("%x %X %#x %o %#o", (255, 255, 255, 8, 8)), ("%s %r %a", ("é", "é", "é")),
    ("%c%c", (65, "b")), ("%e %E %.2e", (12345.678,) * 3), ("%f %.0f %#.0f %10.3f", (2.5, 2.5, 2.5, 2.5)), ("%g %G %#g %.3g", (1e-10, 1e20, 1.0, 123456)),
    ("%*d|%-*d|%.*f", (5, 1, 5, 2, 2, 3.14159)), ("%%", ()), ("%(a)s %(b)d", {"a": 1, "b": 2}), ("%s", [1, 2]), ("%s %s", ((1,), [2])),
    ("%.3s|%10.2s|", ("abcdef", "abcdef")), ("%s", None), ("%d", True), ("%d", 2**70), ("%x", -255), ("%#X", -2**65), ("%ld %hd %Ld", (1, 2, 3)), ("%.5d", 42), ("%+.3d", 7),
    ("%08.3f", -3.14159), ("%s", "already %s"), ("%(x)5.1f|%(x)-8s|", {"x": 2.25}), ("%f", float("nan")), ("%5.1f", float("-inf")), ("%d", 3.99), ("%r", "it's"),
):
    print(repr(template % values))
for template, values in (
    ("%d", "1"), ("%d %d", 1), ("%d", (1, 2)), ("%s", ()), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%x", 1.5), ("%f", "x"), ("%q", 1), ("%", 1), ("%(a)s", (1,)), ("%(a)s", {}),
    ("%(a", {"a": 1}), ("%*d", ("x", 1)), ("%d", None), ("%d", float("inf")), ("%i", 1j), ("abc", 1), ("%.*f", (1,)), ("%(a)*d", {"a": 1}),
):
    try:
        print("no error", repr(template % values))
    except Exception as e:
        print(repr(template), type(e).__name__, e)
print("abc" % {}, "abc" % [], b"%s|%b|%d|%c|%a" % (b"x", b"y", 5, 65, "é"))


class Index:
    def __index__(self):
        return 10

    def __int__(self):
        return 20

    def __float__(self):
        return 2.5

    def __str__(self):
        return "str"


print("%d %x %f %s %c" % (Index(), Index(), Index(), Index(), Index()))
