# Every method of str, in the cases where implementations differ.
s = "  Hello, Wörld!\t\n"
print([s.strip(), s.lstrip(), s.rstrip(), s.strip(" \n\t!H")])
print("a,b,,c,".split(","), "a b  c ".split(), "a b  c ".split(" "), "".split(), "".split(","))
print("a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), " a  b ".split(None, 1), " a  b ".rsplit(None, 1))
print("one\ntwo\r\nthree\x0bfour\u2028five\r".splitlines(), "a\n\nb".splitlines(True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print("banana".find("an"), "banana".rfind("an"), "banana".find("an", 2), "banana".find("x"), "banana".count("a", 2))
print("banana".replace("a", "oo"), "banana".replace("a", "o", 2), "ab".replace("", "-"), "".replace("", "x"))
print("banana".index("nan"), "aaa".count("aa"), "aaa".count(""), "".count(""))
print("x".join(["a", "b"]), "".join(()), ", ".join(str(i) for i in range(3)))
print("hello world".title(), "they're bill's".title(), "hELLO".capitalize(), "MiXed".swapcase())
print("ab".center(7, "*"), "ab".center(6), "ab".ljust(5, ".") + "|", "ab".rjust(5) + "|", "abc".center(2))
print("42".zfill(5), "-42".zfill(5), "+x".zfill(4), "abc".zfill(2))
print("a\tbc\td".expandtabs(), "a\tbc\td".expandtabs(4), "\t".expandtabs(0) == "")
print("abc".startswith(("x", "ab")), "abc".endswith("bc", 1), "abc".startswith("", 4), "abc".startswith("", 3))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removesuffix(""))
for text in ("abc", "ABC", "Abc", "a1", "12", "½", "²", "", " ", "a b", "_x", "é", "\n", "ǅ", "一"):
    print(
        ascii(text),
        *[
            name
            for name in "alpha alnum ascii decimal digit identifier lower numeric printable space title upper".split()
            if getattr(text, "is" + name)()
        ],
    )
print("ß".upper(), "ﬁ".upper(), "İ".lower().encode("unicode-escape"), "ΑΣ".lower(), "straße".casefold())
print("abc"[::-1], "abcdef"[1:5:2], "abcdef"[-2:], "abc"[5:], "abc"[-10:2])
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "é" > "z", "ab" * 3, 0 * "x", "x" * -1)
print("%s" % ("tuple",), "b" in "abc", "" in "abc", "ac" in "abc")
print("{0}{1}{0}".format("a", "b"), "{:>4}".format("x"), "{!r:^7}".format("x"))
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\\ \x00 \x7f \xa0 \xad é \u200b \U0001f600 \ud800"))
print(ascii("é€😀"), str(b"x", "ascii"), str(b"x"), str())
print("a-b_c".translate({ord("-"): "+", ord("_"): None, ord("c"): 0x263A}))
print(str.maketrans("ab", "xy"), str.maketrans({"a": 1, 98: None}))
for f in (
    lambda: "abc".index("z"),
    lambda: "abc"[3],
    lambda: "a" + 1,
    lambda: "a".join([1]),
    lambda: "a".split(""),
    lambda: "a" * "b",
    lambda: "abc"["1"],
    lambda: "%d" % "x",
    lambda: "%s %s" % ("a",),
    lambda: "%s" % ("a", "b"),
    lambda: "{} {1}".format(1, 2),
    lambda: "{".format(),
    lambda: "{a}".format(),
    lambda: "{2}".format(1),
    lambda: "a".center(5, "ab"),
    lambda: "x".encode("nonsense"),
    lambda: "é".encode("ascii"),
    lambda: "a".nothing,
    lambda: int("12x"),
    lambda: float("1..2"),
    lambda: "a" < 1,
    lambda: ord("ab"),
    lambda: chr(0x110000),
):
    try:
        print("no error", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
