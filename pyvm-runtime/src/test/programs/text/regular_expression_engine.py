"""What a search may skip, and what it may not: leading .* and anchors, lazy repetitions before a back reference, case folding."""
import re

for pattern, flags, text in [
    (r".*b", 0, "aaa\naab\nb"), (r".*?b(c)?", 0, "aaa\naabc\nb"), (r"(.*)-\1", 0, "ab-b\nx-x"), (r".*$", re.M, "a\n\nb"),
    (r".*x", re.S, "a\nb" * 3), (r"^b", re.M, "ab\nb\nbb"), (r"^$", re.M, "\n\na\n"), (r"\A\w", re.M, "a\nb"), (r"^", 0, "a\nb"),
    (r"""(["']).*?\1""", re.S, """'a"b' "c\nd" 'e"""), (r"(a?).*?\1b", re.S, "xab b"), (r"(ab).{1,4}?\1", re.S, "ab12345ab ab\n3ab"),
    ("\ufb05", re.I, "\ufb06"), ("[\ufb04-\ufb05]", re.I, "\ufb06"), ("ß\u0130", re.I, "ß\u0130 ßi"), (r"[^a]+|a", 0, "bcab\U0001f600a"),
]:
    print([m.span() for m in re.compile(pattern, flags).finditer(text)], re.sub(pattern, "<>", text, flags=flags).encode("ascii", "replace"))
print(re.search("^a", "ba" * 1000), re.compile("^a").search("ba", 1), re.sub(b"y", bytearray(b"a"), bytearray(b"xyz")))
try:
    for match in re.finditer(b"a", data := bytearray(b"aa")):
        data.append(1)
except BufferError as e:
    print(e, match.span())
data = bytearray(b"aa")
print(re.findall(b"a", data), data.append(1), re.sub(rb"(a)", rb"[\1]", data), len(re.findall(r'(?:^|\n)(["\']).*?\1[;,]', '"abc"\n' * 2000, re.S)))
