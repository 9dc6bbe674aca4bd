def first(n):
    num = 0
    while num < n:
        v = yield num
        print('sent', v)
        num += 1


g = first(2)
print(g.gi_frame.f_lasti, g.gi_running, g.gi_yieldfrom)
print(next(g), g.gi_frame.f_lasti, g.gi_frame.f_back, g.gi_frame.f_locals)
print(g.send('x'))
print(list(g), g.gi_frame)
try:
    first(1).send('y')
except TypeError as error:
    print(error)


def again():
    yield next(me)


me = again()
try:
    next(me)
except ValueError as error:
    print(error)


def many():
    yield from range(1_000_00)


print(sum(1 for _ in many()))
