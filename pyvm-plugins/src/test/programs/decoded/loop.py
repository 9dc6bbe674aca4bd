# plugins: decoded
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def pairs(n):
    for i in range(n):
        try:
            yield i, 10 // (i % 3)
        except ZeroDivisionError:
            yield i, None


print(fib(15), list(pairs(5)))
