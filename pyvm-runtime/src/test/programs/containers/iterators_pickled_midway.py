# Every iterator of itertools, stopped in the middle, copied by pickle, and run to its end.
import itertools as it
import operator
import pickle


def check(iterator, steps=2, limit=6):
    for _ in range(steps):
        next(iterator)
    twin = pickle.loads(pickle.dumps(iterator))
    print(type(iterator).__name__, list(it.islice(iterator, limit)), list(it.islice(twin, limit)))


check(it.accumulate([1, 2, 3, 4]))
check(it.accumulate([1, 2, 3], operator.mul, initial=5), steps=1)
check(it.accumulate([1, 2, 3], initial=5), steps=0)
check(it.chain([1, 2], (3, 4)))
check(it.chain.from_iterable([[1], [2], [3]]))
check(it.combinations(range(4), 2))
check(it.combinations_with_replacement("ab", 3))
check(it.permutations([1, 2, 3], 2))
check(it.product([1, 2], repeat=2))
check(it.compress("abcd", [1, 1, 0, 1]), steps=1)
check(it.count(5))
check(it.count(0.5, 0.25))
check(it.cycle("abc"), steps=2)
check(it.cycle("abc"), steps=4)
check(it.dropwhile(bool, [1, 0, 2, 3]), steps=1)
check(it.takewhile(bool, [1, 2, 0, 3]), steps=1)
check(it.filterfalse(None, [0, 1, "", 2, ()]), steps=1)
check(it.islice(range(20), 2, 15, 3))
check(it.repeat("x", 4))
check(it.repeat("x"))
check(it.starmap(pow, [(2, 3), (3, 2), (4, 2)]), steps=1)
check(it.zip_longest([1], [2, 3, 4], fillvalue=0))
check(zip([1, 2, 3], "abc"), steps=1)
check(zip([1, 2, 3], "abc", strict=True), steps=1)
check(map(operator.neg, [1, 2, 3]), steps=1)
check(filter(None, [1, 0, 2]), steps=1)
check(enumerate("abc", 2**70), steps=1)
check(reversed([1, 2, 3]), steps=1)
check(iter(range(5)))
left, right = it.tee(range(100))
print(sum(it.islice(left, 70)), pickle.loads(pickle.dumps(left)).__next__(), sum(right), sum(left))
print([(k, list(g)) for k, g in it.groupby("aabbbc")], [list(g) for k, g in list(it.groupby("aab"))])
