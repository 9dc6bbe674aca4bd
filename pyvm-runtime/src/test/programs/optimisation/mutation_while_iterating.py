out = []
items = [1, 2, 3]
for i in items:
    out.append(i)
    if len(items) < 8:
        items.append(i * 10)
print(out)
items = list(range(10))
for i in items:
    if i % 2 == 0:
        items.remove(i)
print(items)
it = iter([1, 2])
print(list(it), list(it))
grow = [1]
it = iter(grow)
next(it)
print(next(it, "end"))
grow.append(2)
print(next(it, "end, and stays there"))
for collection, change in (({1: 1}, lambda c: c.update({2: 2})), ({1, 2}, lambda c: c.add(3)), ({1: 1, 2: 2}, lambda c: c.pop(2)), ({1, 2, 3}, lambda c: c.clear())):
    try:
        for x in collection:
            change(collection)
        print("no error")
    except RuntimeError as e:
        print(e)
d = {i: i for i in range(5)}
for k in d:
    d[k] += 1
print(d)
for k in list(d):
    if k % 2:
        del d[k]
print(d)
a = list(range(6))
a[1:4] = a[::-1]
print(a, a[::-2], a[-100:2], a[4:1])
a[::3] = "xyz"
del a[1::2]
print(a)
a += a
a *= 2
a[len(a):] = [1]
print(a, len(a))
try:
    a[::2] = [1]
except ValueError as e:
    print(e)


class Evil:
    def __eq__(self, other):
        victim.clear()
        return False


victim = [Evil(), Evil(), 3]
print(victim.count(3), victim)
victim = [Evil(), Evil(), 3]
print(3 in victim, victim)
victim = [Evil(), 2]
try:
    victim.remove(2)
except ValueError as e:
    print(e)


class Shrinking:
    def __init__(self, target):
        self.target = target

    def __index__(self):
        self.target.clear()
        return 3


target = [1, 2, 3, 4]
print(target[: Shrinking(target)], target)
sortee = [3, 2, 1]
try:
    sortee.sort(key=lambda x: sortee.append(x) or x)
except ValueError as e:
    print(e, sortee)
x = [1, 2, 3]
x[0], x[x[0]] = x[1], 99
print(x)
i = 0
i, x[i] = 2, "where"
print(x)
a = b = []
a += [1]
a = a + [2]
print(a, b)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
def generator_list():
    data = [1, 2, 3]
    for x in data:
        yield x
        data.append(x + 10) if len(data) < 5 else None
print(list(generator_list()))
s = {5, 1, 3, 100, 37, -1, 2**40}
print(s, s | {0}, {i * 7 % 31 for i in range(20)}, set(range(10, 0, -1)), frozenset([300, 200, 100]))
