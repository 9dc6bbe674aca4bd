from __syntax__ import units

print(5km + 300m, 5km / 2h, 1.5kg * 2, 2 * 250g, 5km / 1m, -3s, 1h > 59min, 1h == 60min)
print(0xAm, 1_000mm, 2e3m, 3m * 4m, 2jm, {1km: "hashable"})
# Python's own words behind numbers stay what they are, and e is an exponent.
print([x for x in (1, 2) if x == 1 or x > 2], 1e3, 0x5e)
m = "a name"
print(m)
