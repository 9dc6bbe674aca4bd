from __syntax__ import latebound


def ratio(total, count,
          mean=>total / count):
    return mean


print(ratio(6, 3))
print(ratio(6, 0, 1))
print(ratio(6, 0))
