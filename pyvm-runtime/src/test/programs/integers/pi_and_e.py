# A thousand digits of pi by Machin, e by a series, sqrt(2) by Newton, Mersenne primes by Lucas-Lehmer.
def arctan_inverse(x, unity):
    total = term = unity // x
    n, sign = 3, -1
    while term:
        term //= x * x
        total += sign * (term // n)
        n, sign = n + 2, -sign
    return total


digits = 300
unity = 10 ** (digits + 10)
pi = 4 * (4 * arctan_inverse(5, unity) - arctan_inverse(239, unity))
text = str(pi)[: digits + 1]
for i in range(0, len(text), 60):
    print(text[i : i + 60])
e = term = unity
n = 1
while term:
    term //= n
    e += term
    n += 1
print(str(e)[:100])
x = 10**100
while abs(x * x - 2 * 10**200) > 2 * 10**100:
    x = (x + 2 * 10**200 // x) // 2
print(x)
print([p for p in range(3, 700, 2) if all(p % d for d in range(3, p, 2)) and (lambda m, s: [s := (s * s - 2) % m for _ in range(p - 2)][-1] == 0)(2**p - 1, 4)])
a, b = 0, 1
while len(str(a)) < 210:
    a, b = b, a + b
print(a)
collatz = {1: 1}


def length(n):
    path = []
    while n not in collatz:
        path.append(n)
        n = 3 * n + 1 if n % 2 else n // 2
    for i, m in enumerate(reversed(path), 1):
        collatz[m] = collatz[n] + i
    return collatz[path[0]] if path else collatz[n]


print(max(range(1, 3000), key=length), length(2**100 - 1), length(27))
