# fractions, decimal, statistics, random with a seed, math, heapq, bisect, operator.
import bisect
import heapq
import math
import operator
import random
import statistics
from decimal import ROUND_HALF_UP, Decimal, getcontext, localcontext
from fractions import Fraction

print(Fraction(3, -6), Fraction("0.125"), Fraction(0.5), Fraction("-3/4") + 1, Fraction(1, 3) ** -2, Fraction(7, 2) // 1, Fraction(7, 2) % 1, round(Fraction(7, 3), 1), Fraction(22, 7).limit_denominator(3), float(Fraction(1, 3)))
print(Fraction(1, 2) == 0.5, Fraction(1, 3) < 0.34, hash(Fraction(1, 2)) == hash(0.5), Fraction(math.pi).limit_denominator(1000), repr(Fraction(1, 2) * 1.0), Fraction(3, 2).as_integer_ratio())
try:
    Fraction(1, 0)
except ZeroDivisionError as e:
    print(e)
print(Decimal("0.1") + Decimal("0.2"), Decimal(1) / Decimal(3), Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal("1E+5"), Decimal(0.1), Decimal("NaN"), -Decimal("Infinity"), Decimal(2).sqrt())
with localcontext() as context:
    context.prec = 50
    print(Decimal(1) / 7, Decimal(10).ln(), Decimal("1.5").exp())
print(getcontext().prec, Decimal("123.4500").normalize(), f"{Decimal('1234567.891'):,.2f}", Decimal("7") // 2, Decimal("-7") % 3, Decimal("1.1") == 1.1, Decimal("3.0") == 3, Decimal("1.20").as_tuple())
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.pstdev(data), statistics.variance(data), statistics.quantiles(data, n=4), statistics.geometric_mean([1, 2, 4]), statistics.harmonic_mean([40, 60]))
print(statistics.linear_regression([1, 2, 3], [2, 4, 6.5]), statistics.correlation([1, 2, 3], [1, 3, 2]), statistics.NormalDist(0, 1).cdf(1.96), statistics.multimode("aabbc"))
try:
    statistics.mean([])
except statistics.StatisticsError as e:
    print(e)
random.seed(2026)
print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.sample(range(100), 5), random.uniform(1, 2), random.gauss(0, 1), random.choices("xyz", [1, 5, 1], k=6), random.getrandbits(70), random.randrange(0, 100, 7))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.Random("text").random(), random.Random(3.5).randint(0, 10**30), random.betavariate(1, 2), random.expovariate(1), random.triangular(0, 1), random.normalvariate(5, 1))
state = random.getstate()
first = random.random()
random.setstate(state)
print(first == random.random(), random.Random(1).randbytes(4))
heap = [5, 2, 8, 1]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heap, heapq.heappop(heap), heapq.heappushpop(heap, 3), heapq.heapreplace(heap, 9), heapq.nsmallest(2, heap), heapq.nlargest(2, "hello", key=ord), list(heapq.merge([1, 4], [2, 3], reverse=False)))
grades = [60, 70, 80, 90]
print([("FDCBA")[bisect.bisect(grades, s)] for s in (33, 99, 77, 70, 89, 90)], bisect.bisect_left(grades, 70), bisect.insort(grades, 75), grades, bisect.bisect([{"k": 1}, {"k": 3}], 2, key=lambda d: d["k"]))
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real", "imag")(3 + 4j), operator.methodcaller("split", ",")("a,b"), operator.concat([1], [2]), operator.countOf("banana", "a"), operator.indexOf("abc", "c"), operator.xor(5, 1))
