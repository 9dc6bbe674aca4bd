"""Sorting by strings: those that begin alike, beyond Latin-1, with zeros, of one's own class; stable, forwards and backwards."""
class Own(str):
    def __lt__(self, other):
        return len(self) < len(other)

seed, alphabet = 1, ["a", "b", "\0", "\xff", "\u0100", "\u1234", "z", "aaaaa", "\U0001f600"]
def pick(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 8) % n

for kinds in 4, 8, 9:
    words = ["".join(alphabet[pick(kinds)] for _ in range(pick(9))) for _ in range(400)]
    expected = list(words)
    for i in range(1, len(expected)):  # insertion sort: nothing but comparisons
        j, word = i, expected[i]
        while j and word < expected[j - 1]:
            expected[j], j = expected[j - 1], j - 1
        expected[j] = word
    pairs = [(w, i) for i, w in enumerate(words)]
    print(sorted(words) == expected, sorted(words, reverse=True) == expected[::-1], sorted(pairs, key=lambda p: p[0]) == sorted(pairs),
          sorted(pairs, key=lambda p: p[0], reverse=True) == sorted(pairs, key=lambda p: (p[0], -p[1]), reverse=True))
same = ["".join(["k", "ey"]) + str(i // 2) for i in range(200, 0, -1)]
order = sorted(same)
print(all(a is b for a, b in zip(sorted(order), order)), [same.index(s) for s in order[:5]], sorted(map(Own, ["ccc", "a", "bb"] * 50))[::50])
print(sorted(["b"] * 70 + ["a"])[0], sorted(["a"] * 70 + ["b", "a"])[-1], "a" in {"b", "a"}, len({chr(97 + i % 26) + "x" for i in range(500)}))
print("hello\u20ac h".translate({104: "HH", 101: None, 108: 0x20AC, 0x20AC: "e"}), "aab".translate(str.maketrans("ab", "xy")))
