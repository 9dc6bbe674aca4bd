# Texts with and without ASCII, surrogates and the replacement character: quick ways must not be seen.
import zlib

for start in (0, 0x1000, 0x2000, 0xA000, 0xF000, 0x10000, 0x1E000):
    texts = [c.lower() + c.upper() + c.title() + c.casefold() + c.swapcase() for c in map(chr, range(start, start + 0x1000))]
    print(hex(start), zlib.crc32("".join(texts).encode("utf-8", "surrogatepass")))

for text in ("Hello, World of ASCII text!", "stra\xdfe \xb5\xff", "\u0130\u03a3\u03a3 A\u03a3", "\U00010400b"):
    print(ascii((text.upper(), text.lower(), text.casefold(), text.isascii())))

for text in ("a" * 20, "a" * 20 + "\xe9", "\ud83d\ude00" + "?" * 20, "\U0001f600?", "\ufffd", "\ud800", "?\xff"):
    for encoding in ("utf-8", "ascii", "latin-1"):
        for errors in ("strict", "replace", "surrogatepass"):
            try:
                print(text.encode(encoding, errors), end=" ")
            except UnicodeEncodeError as e:
                print(e.start, e.end, e.reason, end=" ")
        print()

for data in (b"a" * 20, b"a\xff", b"\xef\xbf\xbd", b"\xef\xbf\xbd\xff", b"\xed\xa0\xbd\xed\xb8\x80", b"\xf0\x9f\x98\x80b", b"\xc3"):
    for encoding in ("utf-8", "ascii", "latin-1"):
        for errors in ("strict", "replace", "surrogateescape"):
            try:
                print(ascii(data.decode(encoding, errors)), end=" ")
            except UnicodeDecodeError as e:
                print(e.start, e.end, e.reason, end=" ")
        print()

for text, old, new in (("a.b.c", ".", "--"), ("aaaa", "aa", "b"), ("\ud83d\ude00\ud83d", "\ude00", "\ud83d"), ("\U0001f600x", "x", "y"),
                       ("x.x", "x", "\U0001f600"), ("abc", "", "-"), ("abc", "z", "y")):
    print(ascii([text.replace(old, new), text.replace(old, new, 1), text.replace(old, new, -1)]))
