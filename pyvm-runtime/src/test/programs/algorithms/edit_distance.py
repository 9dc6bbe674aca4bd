from functools import lru_cache


def table(a, b):
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(row[-1] + 1, rows[-1][j] + 1, rows[-1][j - 1] + (x != y)))
        rows.append(row)
    return rows


def script(a, b):
    rows, i, j, out = table(a, b), len(a), len(b), []
    while i or j:
        if i and j and rows[i][j] == rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            out.append(a[i] if a[i] == b[j] else f"[{a[i]}>{b[j]}]")
        elif i and rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
            out.append(f"-{a[i]}")
        else:
            j -= 1
            out.append(f"+{b[j]}")
    return "".join(reversed(out))


@lru_cache(maxsize=None)
def distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return distance(a[1:], b[1:])
    return 1 + min(distance(a[1:], b), distance(a, b[1:]), distance(a[1:], b[1:]))


for a, b in [("kitten", "sitting"), ("flaw", "lawn"), ("", "abc"), ("gumbo", "gambol"), ("same", "same")]:
    print(a, b, table(a, b)[-1][-1], distance(a, b), script(a, b))
print(distance.cache_info().currsize > 50, distance.__wrapped__.__name__)
