from __syntax__ import units


def total(lengths):
    result = 0m
    for length in lengths:
        result += length
    return result


print(total([2m, 3m]) / 5s)
print(total([2m, 3s]))
