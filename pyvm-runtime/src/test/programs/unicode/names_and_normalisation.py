import unicodedata

for c in "aÅ1½٣一ςǅ\u0301\u200d\U0001f600\ue000\u00ad\n":
    print(f"U+{ord(c):04X}", unicodedata.name(c, "-"), unicodedata.category(c), unicodedata.bidirectional(c), unicodedata.combining(c),
          unicodedata.decimal(c, None), unicodedata.digit(c, None), unicodedata.numeric(c, None), unicodedata.east_asian_width(c),
          unicodedata.mirrored(c), unicodedata.decomposition(c), c.isidentifier(), c.isprintable(), c.isalpha())
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, [ascii(unicodedata.normalize(form, s)) for s in ("é", "e\u0301", "ﬁ", "Å", "①", "한", "\u1100\u1161")])
print("\N{GREEK SMALL LETTER ALPHA}\N{SNOWMAN}", unicodedata.lookup("LATIN SMALL LETTER SHARP S"), unicodedata.unidata_version)
for bad in ("NO SUCH", "latin small letter zz"):
    try:
        unicodedata.lookup(bad)
    except KeyError as e:
        print(e)
# Identifiers are normalised: these three names are one.
ﬁ = 1
print(fi, "ﬁ" in globals(), "fi" in globals())


class Ünïcode:
    größe = "x"
    def __init__(self, naïve=1, *, 変数=2):
        self.変数 = 変数


print(Ünïcode(変数=5).変数, Ünïcode.größe, Ünïcode.__name__, Ünïcode.__init__.__code__.co_varnames)
s = "a\u0301😀\U0010ffff"
print(len(s), [ord(c) for c in s], s[::-1].encode("utf-8"), s[2], s.find("😀"), s.index("\U0010ffff"), ascii(s))
print("\ud83d" + "\ude00" == "😀", len("\ud83d" + "\ude00"), "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") == "😀")
print(sorted(["é", "e", "z", "Z", "😀", "\uffff", "ä"]), max("a", "\uffff", "😀"), "\uffff" < "😀")
print("İ".lower(), len("İ".lower()), "ŉ".upper(), "ǰ".title(), "ﬀ".capitalize(), "ΌΣΟΣ".lower(), "DŽ".title(), "ß" == "ss".casefold())
print("١٢٣".isdigit(), int("١٢٣"), float("١.٥"), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "Ⅷ".isnumeric(), "Ⅷ".lower())
print("a\u00a0b\u2003c\x1cd\u200be".split(), " \u3000x\u2028".strip(), "x\u0085y".splitlines())
print(f"{'日本':>6}|{'é':^5}|{'😀':*<4}|", "日本語"[1], "日本語".center(9, "＊"), "%5s|" % "😀", "é".rjust(3) + "|")
print("\x00\x1f\x7f\x80\xa0", repr("\x00\x1f\x7f\x80\xa0\u0378\u2028\ufeff\U000e0001"))
try:
    "\ud800".encode()
except UnicodeEncodeError as e:
    print(e, e.object == "\ud800", e.start, e.end, e.encoding)
try:
    print("\ud800")
except UnicodeEncodeError as e:
    print(e)
import re

print(re.findall(r"\w+", "größe 日本語 naïve x²"), re.sub(r"[^\x00-\x7f]", "?", "é😀a"), re.findall(".", "😀é"), re.match("(?i)ǅ", "ǆ") is not None)
print("".join(chr(c) for c in range(0x3B1, 0x3B9)), [hex(ord(c)) for c in "\u2028𝒳"], "😀" in {"😀": 1}, "😀" * 2)
print("straße".upper().lower(), "ﬃ".upper(), "ᾳ".upper(), "ᾳ".title(), "ꮿ".upper(), "ა".upper(), "Ა".lower())
