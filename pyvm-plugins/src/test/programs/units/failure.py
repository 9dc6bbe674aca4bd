from __syntax__ import units

print((2m + 3m) / 5s)
print(1 + 2 * (2m + 3s))
