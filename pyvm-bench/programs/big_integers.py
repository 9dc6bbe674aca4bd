"""Integers of many digits: digits of pi, Fibonacci numbers, factorials, a primality test, and text and back."""
from timing import measure


def pi_digits(n):
    digits = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(digits) < n:
        if 4 * q + r - t < m * t:
            digits.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return digits


def is_prime(n):
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in 2, 3, 5, 7, 11, 13:
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


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def run():
    digits = pi_digits(300)
    product = 1
    for i in range(2, 600):
        product *= i
    number = fibonacci(4000)
    text = str(number)
    primes = sum(is_prime(2 ** 89 - i) for i in range(1, 80, 2))
    return digits[-5:], len(str(product)), int(text) == number, hash(number), primes, number >> 2700 & 255


measure(run, ([1, 4, 1, 2, 7], 1406, True, 359110907073697872, 5, 35))
