# A deque against a list with the same operations, with and without a limit.
from collections import deque

state = 99


def pick(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state // 65536) % n


def attempt(action):
    try:
        return repr(action())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


checksum = 0
for n in range(4000):
    if n % 40 == 0:
        d = deque([pick(9) for _ in range(pick(8))], [None, None, 3, 5, 0][pick(5)])
    v = pick(9)
    actions = [
        lambda: d.append(v),
        lambda: d.appendleft(v),
        lambda: d.pop(),
        lambda: d.popleft(),
        lambda: d.rotate(pick(20) - 10),
        lambda: d.insert(pick(14) - 7, v),
        lambda: d.remove(v),
        lambda: d.index(v),
        lambda: d.count(v),
        lambda: d.reverse(),
        lambda: d.extend([1, 2]),
        lambda: d.extendleft([3, 4]),
        lambda: d[pick(16) - 8],
        lambda: d.__setitem__(pick(10) - 5, v),
        lambda: d.__delitem__(pick(10) - 5),
        lambda: list(d) + list(reversed(d)),
        lambda: (d + d, d * 2, d == d.copy()),
        lambda: v in d,
    ]
    text = attempt(actions[pick(18)]) + repr(d)
    for c in text:
        checksum = (checksum * 31 + ord(c)) & 0xFFFFFFFF
    if n % 500 == 0:
        print(n, checksum, text)
d = deque(maxlen=2)
d.append(d)
print(d, deque("abc", 2), deque([1]) < deque([1, 2]), deque("ab") + deque("c"))
