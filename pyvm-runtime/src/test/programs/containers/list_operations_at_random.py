# Thousands of list, tuple and range operations with random bounds; a checksum of all results, errors included.
state = 12345


def pick(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state // 65536) % n


def bound():
    return [None, 0, 1, 2, 3, 5, 8, -1, -2, -3, -7, 100, -100][pick(13)]


def attempt(action):
    try:
        return repr(action())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


checksum = 0
for n in range(3000):
    items = [pick(50) for _ in range(pick(14))]
    part = slice(bound(), bound(), [None, 1, 1, 2, -1, -2, 3, 0][pick(8)])

    def assign():
        items[part] = [pick(9) for _ in range(pick(6))]
        return items

    def delete():
        del items[part]
        return items

    actions = [
        lambda: items[part],
        assign,
        delete,
        lambda: (items.insert(pick(20) - 10, "x"), items),
        lambda: (items.pop(pick(20) - 10), items),
        lambda: items.index(pick(50), pick(9) - 4, pick(9) - 2),
        lambda: (items.sort(key=lambda x: x % 7, reverse=bool(pick(2))), items),
        lambda: tuple(items)[part],
        lambda: items * pick(4),
        lambda: (items.remove(pick(50)), items),
        lambda: range(pick(30))[part],
        lambda: (items.extend(x for x in range(pick(5))), items),
    ]
    text = attempt(actions[pick(12)])
    for c in text:
        checksum = (checksum * 31 + ord(c)) & 0xFFFFFFFF
    if n % 500 == 0:
        print(n, checksum, text)
print(checksum)
