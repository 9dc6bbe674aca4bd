rows = [[1, 2], [3, None], [5, 6]]
print([[a * 2 for a in row] for row in rows[:1]])
print({sum(row): len(row) for row in rows})
