from __syntax__ import exceptlist

try:
    1 / 0
except ValueError, 5, ZeroDivisionError:
    print("never")
