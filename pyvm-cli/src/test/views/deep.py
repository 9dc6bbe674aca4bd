import sys


def down(n):
    return down(n + 1)


print(sys.getrecursionlimit())
try:
    down(0)
except RecursionError as error:
    print(error)
