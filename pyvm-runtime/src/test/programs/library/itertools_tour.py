import itertools as it
import operator

print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], operator.mul, initial=10)))
print(list(it.chain("ab", [1])), list(it.chain.from_iterable(["ab", "c"])), list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)))
print(list(it.permutations("abc", 2)), len(list(it.permutations(range(5)))), list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()))
print(list(it.compress("abcdef", [1, 0, 1, 0, 1])), list(it.dropwhile(lambda x: x < 3, [1, 3, 2])), list(it.takewhile(lambda x: x < 3, [1, 3, 2])), list(it.filterfalse(None, [0, 1, ""])))
print(list(it.islice(it.count(5, 3), 4)), list(it.islice("abcdefg", 2, None, 2)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat("x", 3)), list(it.starmap(pow, [(2, 3), (3, 2)])))
print(list(it.zip_longest("abc", [1], fillvalue="-")), list(it.pairwise("abcd")), [(k, list(g)) for k, g in it.groupby("aabbbca")], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)])
a, b = it.tee(iter(range(4)))
print(next(a), next(a), list(b), list(a), it.count(2.5, 0.5), it.repeat(1, 2), next(it.count(2**63 - 1)), list(it.islice(it.count(2**63 - 1), 3)))
groups = it.groupby("aab")
key, group = next(groups)
next(groups)
print(list(group), list(zip("ab", it.count())), list(map(lambda x, y: x + y, "ab", "cde")), list(filter(None, [0, 1, [], "a"])), list(enumerate("ab", 5)))
print(list(zip()), list(zip("abc", "de")), list(reversed([1, 2, 3])), list(iter(iter([1, 2, 0, 3]).__next__, 0)), next(iter([]), "default"), sum(it.chain([1], [2])))
for f in (lambda: list(zip("ab", "c", strict=True)), lambda: list(zip("a", "bc", strict=True)), lambda: it.islice("a", -1), lambda: it.combinations("a", -1), lambda: list(it.accumulate([1, "a"])), lambda: it.repeat(1, "x"),
          lambda: it.product("a", repeat=-1), lambda: it.count("x"), lambda: next(it.count(1), 2, 3), lambda: list(map(None, [1])), lambda: list(it.chain(1)), lambda: enumerate()):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
print(list(it.islice((p for p in it.count(2) if all(p % d for d in range(2, int(p**0.5) + 1))), 10)))
import copy, pickle
c = it.count(3)
next(c)
print(next(copy.copy(c)), next(pickle.loads(pickle.dumps(it.cycle([1, 2])))), it.chain([1]).__reduce__()[0] is it.chain)
