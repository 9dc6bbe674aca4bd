"""The tokens as the parser gets them, by _tokenize; which types say how they are called."""
import inspect
from _tokenize import TokenizerIter
from tokenize import _generate_tokens_from_c_tokenizer as tokens, tok_name

SOURCES = [
    "a # c\nb",
    "if 1:\n  é = 1 # c\n  #d\n'''a\né''' \nb\n",
    "x = (1,\n 2)\n",
    "a = 1 + \\\n 2; c;\\\n\\\nb\n",
    "if 1:\n  \\\n  a\n\n\n#c\n",
    'x = """a\nb""" + c\nd',
    "async def f(): await x\n",
    "a <> b ? $ (y := 1)",
]
for source in SOURCES:
    for found in TokenizerIter(source):
        print(*map(repr, found))
print([tok_name[token.type] for token in tokens("async\n  await")])

# What the tokenizer words itself is raised; what it leaves to the parser ends the iteration.
for source in ["1_", "(]", "x = 'a", "a\\ b", "a\\", "if 1:\n  a\n b", "\tif 1:\n        a", "(1"]:
    seen = []
    try:
        for found in TokenizerIter(source):
            seen.append(found[0])
        print(seen)
    except SyntaxError as error:
        print(seen, error.args)
for wrong in [1, "\0", "\ud800"]:
    try:
        TokenizerIter(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

for cls in [type(None), type(...), type(NotImplemented), TokenizerIter]:
    try:
        print(cls.__name__, inspect.signature(cls))
    except ValueError as error:
        print(error)
