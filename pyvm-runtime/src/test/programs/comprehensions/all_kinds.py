print([x * y for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(4)])
print({x % 3 for x in range(10)}, {x: x**2 for x in range(4) if x % 2}, list(x for x in "ab" for _ in range(2)))
print([(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [*zip(*matrix)], [x for row in matrix for x in row if x % 2])
x = "outer"
print([x for x in range(3)], x, [y for y in [x]], [x for x in [x]])
print({k: v for k, v in zip("abc", [1, 2, 3])}, {**{"a": 1}, **{k: k for k in "bc"}}, [*range(3), *"ab"], {*[1], *{2}})
print([a for a, *b in [(1, 2, 3), "xyz"]], [b for a, *b in [(1, 2, 3), "xyz"]], [i for i, (j, k) in enumerate([(1, 2)])])
print([y for x in range(5) if x > 1 if x < 4 for y in (x, -x) if y], [x if x else "zero" for x in range(3)])
print([(lambda: x)() for x in range(3)], [f() for f in [lambda: x for x in range(3)]])
evaluated = []


def note(label, value):
    evaluated.append(label)
    return value


def order():
    {note("k", i): note("v", i) for i in note("iter", range(2))}
    [note("a", a) + note("b", b) for a in note("as", (1,)) for b in note("bs", (2, 3)) if note("if", True)]
    dict([(note("x", 1), note("y", 2))], **{note("key", "k"): note("value", 0)})
    {note(1, "p"): note(2, 0), note(3, "q"): note(4, 0)}
    [note("target", [0])][0][note("index", 0)] = note("rhs", 9)


order()
print(evaluated)
total = 0
print([total := total + i for i in range(5)], total)
print(sum(i for i in range(10) if i % 2), max((len(w), w) for w in "a bbb cc".split()), sorted({c for c in "hello"}))
print(", ".join(f"{i}:{c}" for i, c in enumerate("abc")), any(c.isdigit() for c in "a1"), all(()))
gen = (print("evaluated", i) or i for i in range(3))
print("made")
print(next(gen), list(gen))


class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]


print(C.doubled)
for bad in ("[items for i in range(1)]", "[x := 1 for x in range(2)]", "[i for i in (j := range(2))]", "[i for i in 5]"):
    try:
        exec(f"class D:\n    items = 1\n    r = {bad}")
    except (SyntaxError, NameError, TypeError) as e:
        print(type(e).__name__, e)
nested = {a: {b: [c for c in range(b)] for b in range(a)} for a in range(4)}
print(nested)
print([i for i in range(20) if not any(i % d == 0 for d in range(2, i))])
