# Counts, a histogram, a concordance and a wrapped summary of a text.
import re
import textwrap
from collections import Counter, defaultdict

TEXT = """
It was on a dreary night of November that I beheld the accomplishment of my toils. With an anxiety that almost
amounted to agony, I collected the instruments of life around me, that I might infuse a spark of being into the
lifeless thing that lay at my feet. It was already one in the morning; the rain pattered dismally against the panes,
and my candle was nearly burnt out, when, by the glimmer of the half-extinguished light, I saw the dull yellow eye of
the creature open; it breathed hard, and a convulsive motion agitated its limbs.
"""

words = re.findall(r"[a-z]+(?:-[a-z]+)*", TEXT.lower())
print(len(words), len(set(words)))
for word, n in Counter(words).most_common(6):
    print(f"{word:>8} {'#' * n} {n}")
lengths = Counter(map(len, words))
for length in range(1, max(lengths) + 1):
    print(f"{length:2d}|{'*' * lengths[length]:<30}|{lengths[length] / len(words):6.1%}")
concordance = defaultdict(list)
for number, line in enumerate(TEXT.strip().splitlines(), 1):
    for match in re.finditer(r"\b(\w+)\b", line):
        if match[1][0] == "i":
            concordance[match[1]].append((number, match.start() + 1))
for word in sorted(concordance):
    print(word, *["{}:{}".format(*place) for place in concordance[word]])
sentences = re.split(r"(?<=[.;])\s+", " ".join(TEXT.split()))
for sentence in sentences:
    print(textwrap.shorten(sentence, 50, placeholder=" [...]"))
print(textwrap.fill(" ".join(TEXT.split()), 60, initial_indent="  * ", subsequent_indent="    "))
print(max(words, key=lambda w: (len(w), w)))
print("".join(c for c in TEXT.title() if c.isupper()))
vowels = str.maketrans("aeiou", "*****", "\n,.;")
print(TEXT.translate(vowels)[:80])
