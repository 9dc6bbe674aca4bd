"""Strings: split, join, replace, find, format, slices, comparison, character loops, translate."""
from timing import measure

TEXT = """A machine that reads its own programs as text spends its life with strings: it splits them, joins them, looks for one in
another, changes case, strips blanks, compares, and builds long ones out of short ones. Löwen, Zürich and Αθήνα are words, too."""


def caesar(text, shift):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        elif "A" <= c <= "Z":
            out.append(chr((ord(c) - 65 + shift) % 26 + 65))
        else:
            out.append(c)
    return "".join(out)


def is_palindrome(word):
    return word == word[::-1]


def run():
    total = 0
    for i in range(40):
        words = TEXT.split()
        lines = [f"{n:>4}: {word.strip(',.:').lower():<12}|" for n, word in enumerate(words)]
        page = "\n".join(lines)
        total += page.count("e") + page.find("zürich") + len(page.upper().replace("S", "ss"))
        secret = caesar(TEXT, i % 26)
        total += sum(map(ord, caesar(secret, -(i % 26))[:50]))
        ordered = sorted({word.casefold() for word in words}, key=lambda w: (len(w), w))
        total += len(ordered[-1]) + sum(map(is_palindrome, ordered))
        table = str.maketrans("aeiou", "12345", "xyz")
        total += len(secret.translate(table).encode())
        key, _, value = ("%s=%d;%r" % ("name", i, "it's")).partition("=")
        total += len(key) + int(value.split(";")[0])
        built = ""
        for word in words:
            built += word[0] + "-"
        total += built.startswith("A-m") + built.rindex("-") + (built < TEXT)
        total += sum(c.isalpha() for c in built) + len(repr(built)) + len(",".join(reversed(built.split("-"))))
    return total


measure(run, 278142)
