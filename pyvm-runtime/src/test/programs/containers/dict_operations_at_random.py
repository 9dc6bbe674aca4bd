# Insertion order survives any mixture of additions and removals; int, str and tuple keys side by side.
state = 777


def pick(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state // 65536) % n


def attempt(action):
    try:
        return repr(action())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


table = {}
checksum = 0
for n in range(6000):
    key = [pick(40), "k" + str(pick(40)), (pick(5), pick(5))][pick(3)]
    actions = [
        lambda: table.__setitem__(key, n),
        lambda: table.pop(key),
        lambda: table.get(key),
        lambda: table.setdefault(key, n),
        lambda: table.popitem() if pick(4) == 0 else 0,
        lambda: table.__delitem__(key),
        lambda: list(table.items())[-3:],
        lambda: list(reversed(table))[:3],
        lambda: key in table,
        lambda: table.update({key: 1, n: 2}) if pick(3) == 0 else None,
    ]
    text = attempt(actions[pick(10)])
    for c in text:
        checksum = (checksum * 31 + ord(c)) & 0xFFFFFFFF
    if n % 1000 == 0:
        print(n, checksum, len(table), text)
print(table == dict(list(table.items())), table.keys() == {*table})
print(list(table)[:20])
