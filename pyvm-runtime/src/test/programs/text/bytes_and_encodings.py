data = "Grüße, 世界 😀".encode()
print(data, len(data), data.decode(), data[0], data[1:3], list(data[-4:]))
for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-8-sig", "utf-7", "raw_unicode_escape", "unicode_escape"):
    encoded = "é€😀".encode(encoding)
    print(encoding, encoded, encoded.decode(encoding) == "é€😀")
for encoding in ("latin-1", "cp1252", "ascii", "iso8859-15", "cp437", "koi8-r", "punycode", "idna"):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "namereplace"):
        try:
            print(encoding, errors, "é€ж".encode(encoding, errors))
        except Exception as e:
            print(encoding, errors, type(e).__name__, e)
bad = b"ab\xff\xc3(\xe2\x82c\xf0\x9f\x98"
for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
    try:
        print(errors, ascii(bad.decode("utf-8", errors)))
    except UnicodeDecodeError as e:
        print(e, e.start, e.end, e.reason, e.object is bad)
print(bad.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == bad)
print("\ud800".encode("utf-8", "surrogatepass"), b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800")
b = bytearray(b"hello")
b[0] = 72
b += b" world"
b[5:6] = b", "
del b[-1]
b.append(33)
b.extend([33, 63])
b.insert(0, 62)
print(b, b.pop(), b.find(b"wor"), b.index(111), b.count(b"l"), b.upper(), b.reverse(), b)
print(bytes(3), bytes([1, 2]), bytes("x", "ascii"), bytes(bytearray(b"z")), bytearray(2), bytes(range(65, 70)))
print(b"a,b".split(b","), b",".join([b"x", bytearray(b"y")]), b"abc".replace(b"b", b""), b"x" * 3, b"a" + bytearray(b"b"))
print(bytes.fromhex("00 ff 7E"), b"\x00\xff".hex(":"), b"0123456789".hex("_", 4), b"%d %s %r %x" % (1, b"two", "3", 255))
print(b"abc" < b"abd", b"a" == "a", 97 in b"abc", b"bc" in b"abc", b"a".isalpha(), b"Ab".swapcase(), b"a".center(3, b"-"))
print(b"tab\tx".expandtabs(4), b"  x ".strip(), b"abc".translate(None, b"b"), b"abc".translate(bytes.maketrans(b"ab", b"xy")))
m = memoryview(bytearray(range(10)))
print(m[2], m[2:5].tolist(), bytes(m[::-3]), m.nbytes, m.readonly, m.format, m.shape, m == bytes(range(10)))
m[0:2] = b"\xff\xfe"
print(m.obj[:3], m.cast("H")[0], m.cast("B").tolist()[:2])
m.release()
for f in (lambda: m[0], lambda: bytes([256]), lambda: b"a"["x"], lambda: b"a" + "b", lambda: bytes.fromhex("0g"),
          lambda: b"abc".index(b"z"), lambda: bytes("x"), lambda: b"".join(["x"]), lambda: b.__setitem__(0, 300)):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
