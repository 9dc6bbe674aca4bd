# Frames that a program has got hold of are not used again.
import sys


def keep():
    return sys._getframe()


def fail(x):
    return 1 / x


def numbers(n):
    while n:
        yield n
        n -= 1


def outer():
    return keep()


kept = [keep(), keep(), outer().f_back]
print([frame.f_code.co_name for frame in kept])
for _ in range(3):
    try:
        fail(0)
    except ZeroDivisionError as error:
        last = error
print(last.__traceback__.tb_next.tb_frame.f_locals)
first, second = numbers(2), numbers(3)
print(next(first), next(second), next(first), list(second), [f.f_code.co_name for f in kept])
