# Numbers read from text, tables of str.translate, and literal beginnings of patterns, at the edges of their quick ways.
import json
import re
import zlib


def shown(function, *args):
    try:
        return repr(function(*args))
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for text in ("0", "-0", "-", "+5", "", "007", " 7 ", "1_0", "1__0", "999999999999999999", "-999999999999999999",
             "9223372036854775808", "\u0661\u0662", "1\u0661", "12a"):
    print(ascii(text), shown(int, text), shown(int, text, 16), shown(int, text.encode("utf-8", "replace")))

for text in ("0", "-0", "-0.0", ".5", "5.", "-.5", ".", "-", "1..2", "0.1", "123456789012345.6", "9007199254740993",
             "9007199254740993.", "9999999999999999", "0.000000000000001", "1.7e3", " 2.5\n", "1_0.5", "inf", "\u0661.5", "1e400"):
    print(ascii(text), shown(float, text), shown(json.loads, text))


class Missing(dict):
    def __missing__(self, key):
        return key + 1


print("abc".translate({97: None, 98: "xx"}), "abc".translate(Missing({97: 65})), "abc".translate("z" * 98))
print(shown("abc".translate, {97: -1}), shown("abc".translate, {97: 1.5}), shown("abc".translate, 5))
print(b" \t\x0b\x0c\r\n a \x1c".strip(), b"xxaxx".lstrip(b"x"), bytearray(b"abca").rstrip(b"ca"), b"a".strip(b""))

for pattern, text in (("bcd", "abcbcd"), ("b", "abc"), ("\U0001f600", "x\U0001f600"), ("\U0001f600a", "bmp"), ("\ud83d\ude00", "\U0001f600"),
                      ("ab+c", "xxabbc"), ("bc", "ab\U0001f600bc")):
    match = re.search(pattern, text)
    print(ascii(pattern), match and match.span(), [m.span() for m in re.finditer(pattern, text * 2)])
print(re.search(b"bc", b"abc"), re.compile("bc").search("abcbc", 2), re.compile("bc").search("abcbc", 2, 4))

for number in (0, -1, -2, True, 2 ** 61 - 1, 2 ** 61 - 2, -(2 ** 61), 2 ** 63 - 1, -(2 ** 63)):
    print(hash(number), number in {-1, -2, 0, 1}, {float(number): "f"}.get(number))
print({1: "int", 1.0: "float", True: "bool"}, set([3, 1, 2, 1.0]), set().union([], [5]), bin(-(2 ** 63)), oct(8), hex(-255))

for power in (63, 64, 65, 90, 96, 127, 128, 2047, 2048, 2049):
    texts = [str(sign * (2 ** power + more)) for sign in (1, -1) for more in (-1, 0, 1)]
    texts += [str(10 ** (power // 4) - less) for less in (0, 1)]
    print(power, texts[0][:20], texts[3][-20:], texts[6][-3:], zlib.crc32(" ".join(texts).encode()))

for text in ("\x1c1", "1\x1f", "\x851", "\xa0\t1 ", "\u0661\x1c", "\x0b1\x0c", b"\x1c1", b"\xa01", b"\r1\n"):
    print([ascii(shown(kind, text)) for kind in (int, float, complex)])
