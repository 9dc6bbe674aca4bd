people = [("Ann", 3), ("Bob", "4"), ("Cy", 1)]
print(sorted(people, key=lambda p: p[0]))
people.sort(key=lambda p: p[1] + 0)
