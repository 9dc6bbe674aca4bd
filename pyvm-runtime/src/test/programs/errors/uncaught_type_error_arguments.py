def f(a, b, /, c, *, d, e=5):
    return a, b, c, d, e


for arguments, keywords in (
    ((), {}),
    ((1,), {}),
    ((1, 2), {}),
    ((1, 2, 3), {}),
    ((1, 2, 3, 4), {"d": 1}),
    ((1, 2, 3, 4, 5), {}),
    ((1, 2, 3), {"d": 1, "x": 2}),
    ((1, 2, 3), {"c": 1, "d": 1}),
    ((1,), {"b": 2, "c": 3, "d": 4}),
    ((1, 2), {"c": 3, "d": 4}),
):
    try:
        print(f(*arguments, **keywords))
    except TypeError as e:
        print(e)
try:
    f(1, 2, 3, **{"d": 1}, **{"d": 2})
except TypeError as e:
    print(e)
try:
    f(*1)
except TypeError as e:
    print(e)


class C:
    def method(self, x):
        pass


try:
    C().method(1, 2)
except TypeError as e:
    print(e)
try:
    C(5)
except TypeError as e:
    print(e)
f(1, 2, 3)
