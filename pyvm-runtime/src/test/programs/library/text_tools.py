# textwrap, difflib, pprint, string, shlex, fnmatch.
import difflib
import fnmatch
import pprint
import shlex
import string
import textwrap

text = "The quick brown fox, having jumped over the lazy dog, wondered: was it worth it? Extraordinarily-long-hyphenated-words break."
print(textwrap.fill(text, 30), textwrap.shorten(text, 40), textwrap.dedent("   a\n     b\n   c"), textwrap.indent("x\n\ny", "> "), sep="\n--\n")
print(textwrap.wrap("aaaaaaaaaaaaa bb", 5), textwrap.wrap(text, 20, break_long_words=False, max_lines=3, placeholder="..."))
old, new = "one two three four five".split(), "one 2 three five six".split()
print("\n".join(difflib.unified_diff(old, new, "old", "new", lineterm="")))
print("\n".join(difflib.ndiff(["abc\n", "def\n"], ["abd\n", "def\n"])), "\n".join(difflib.context_diff(old, new, lineterm="", n=1)))
s = difflib.SequenceMatcher(None, "private volatile", "privately voluntary")
print(round(s.ratio(), 4), s.get_matching_blocks()[:3], s.get_opcodes()[:4], difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
data = {"name": "x" * 30, "list": list(range(40)), "nested": {"a": [{"b": (1, 2)}, None], "set": {3, 1, 2}}, 5: "five" * 30}
pprint.pprint(data, width=60)
pprint.pprint(data, width=200, depth=1, compact=True)
pprint.pprint([[]] * 3 + [tuple("abc")] + ["a long string " * 10], width=50, indent=2)
recursive = [1]
recursive.append(recursive)
print(pprint.pformat(recursive).startswith("[1, <Recursion on list"), recursive)
t = string.Template("$name owes ${amount}$$ to $who")
print(t.safe_substitute(name="Ann", amount=5), t.substitute(name="A", amount=1, who="B"), string.capwords("the end of it"), string.ascii_letters[24:28], string.punctuation)
for bad in (lambda: t.substitute(name=1), lambda: string.Template("$ 5").substitute()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(list(string.Formatter().parse("a{b!r:>{w}}c{{}}")), string.Formatter().format("{0}{x}", 1, x=2))
print(shlex.split("a 'b c' \"d \\\" e\" f\\ g # h"), shlex.quote("it's"), shlex.join(["a b", "c"]), fnmatch.filter(["a.py", "b.txt", "c.pyc"], "*.py?"), fnmatch.translate("a*[!b]?"))
