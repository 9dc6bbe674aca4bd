from itertools import count, islice, takewhile
from math import gcd, isqrt


def sieve(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[0:2] = b"\0\0"
    for i in range(2, isqrt(limit) + 1):
        if flags[i]:
            flags[i * i :: i] = bytes(len(range(i * i, limit + 1, i)))
    return [i for i, flag in enumerate(flags) if flag]


def endless():
    composites = {}
    for q in count(2):
        p = composites.pop(q, None)
        if p is None:
            composites[q * q] = q
            yield q
        else:
            x = p + q
            while x in composites:
                x += p
            composites[x] = p


def factors(n):
    for p in takewhile(lambda p: p * p <= n, endless()):
        while n % p == 0:
            yield p
            n //= p
    if n > 1:
        yield n


def miller_rabin(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if a % n == 0:
            continue
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


primes = sieve(1000)
print(len(primes), primes[:10], primes[-3:], sum(primes))
print(list(islice(endless(), 15)) == primes[:15])
for n in (1, 2, 97, 360, 1001, 2**31 - 1, 600851475143):
    print(n, "=", " * ".join(map(str, factors(n))) or "nothing")
print([n for n in range(30) if miller_rabin(n)])
print([e for e in range(2, 130) if miller_rabin(e) and miller_rabin(2**e - 1)])
print(sum(1 for a in range(1, 100) for b in range(1, 100) if gcd(a, b) == 1))
