import re

print(re.findall(r"(\w)(\d)", "a1 b2 c3"), re.findall(r"\d+", "1 22 333"), re.findall("", "ab"))
print(re.sub(r"(?P<first>\w+) (?P<second>\w+)", r"\g<second> \1", "hello world again now"))
print(re.sub("a|b", lambda m: m[0].upper() * 2, "cabbage", count=2), re.subn("x*", "-", "abxd"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(\s)", "a b c", maxsplit=1), re.split("x*", "axbc"))
m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?", "2026-11 rest")
print(m, m.groups(), m.groups("?"), m.groupdict(), m.span(), m.span("month"), m.span("day"), m.lastgroup, m.lastindex)
print(m.expand(r"\g<month>/\1"), m[0], m["year"], m.start(2), m.end(2), m.re.pattern, m.string, m.pos, m.endpos)
print(re.fullmatch("a+?", "aaa"), re.search("(a+?)(a*)", "aaa").groups(), re.match("b", "ab"))
print(re.findall(r"(?i)straße|K", "STRASSE strasse Straße k K \u212a"))
print(re.findall(r"^\w", "a\nb\nc", re.M), re.findall(r"\w$", "a\nb\n"), re.findall(".", "a\nb", re.S))
print(re.findall(r"(?<=\$)\d+(?!\d|\.)", "$12 $3.5 17 $99"), re.findall(r"(?<!a)b", "ab bb"))
print(re.findall(r"(a)?b(?(1)c|d)", "abc bd abd bc"), re.findall(r"(\w)\1", "aabbcd"))
print(re.findall(r"\b\w+\b", "naïve café, 日本 x_1"), re.findall(r"\w+", "naïve", re.A))
print(re.findall(r"""(?x)
    \d+   # whole
    (?:\.\d+)?  # part
""", "1.5 2 3.x"))
print(re.findall(r"a{2,3}", "aaaaaaa"), re.findall(r"a{2,3}?", "aaaaaaa"), re.findall(r"(?>a+)b|a", "aab aa"))
print(re.findall(r"a++b|a", "aab aa"), re.findall("[]x]", "]x"), re.findall("[^]x]", "]xy"), re.findall(r"[\w-]+", "a-b c"))
print([m.span() for m in re.finditer("a*", "baac")], re.escape("a.b*c-é d"), re.purge())
pattern = re.compile(r"(\d)(?P<x>\w)?", re.I | re.M)
print(pattern, pattern.groups, pattern.groupindex, pattern.flags, pattern.fullmatch("1"), pattern.match("a1", 1))
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[a-z]+", lambda s, t: t), (r"\s+", None)])
print(scanner.scan("12 drums 3 fifes !"))
print(re.sub(rb"(\w)", rb"<\1>", b"ab"), re.findall(rb"[\x80-\xff]", bytes([1, 0x80, 0xFF])))
for bad in ("(", ")", "*a", "a**", "[a", "(?P<1>x)", r"\1", "(?P=no)", "a{3,2}", "(?z)", "\\", "(?<=a*)b", r"\q", "(?P<a>x)(?P<a>y)"):
    try:
        print(re.compile(bad))
    except re.error as e:
        print(repr(bad), e, e.pos)
try:
    re.findall("a", b"a")
except TypeError as e:
    print(e)
print(re.match(r"(?:(a)|b)*", "ab").groups(), re.match(r"(a|ab)(c|bcd)(d*)", "abcd").groups())
print(re.sub(r"(?m)^", "> ", "one\ntwo\n"), end="|\n")
