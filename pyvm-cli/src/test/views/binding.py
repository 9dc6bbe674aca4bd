def f(a, b=2, *args, c, d=4, **kwd):
    return a


def g(x):
    return x


f(1, c=3)
f(1, 7, 8, 9, c=3, e=5)
for call in (lambda: f(), lambda: f(1, a=2, c=3), lambda: f(1), lambda: g(1, 2), lambda: g(1, y=2)):
    try:
        call()
    except TypeError as error:
        print(error)
