import sys


def inner():
    frame = sys._getframe()
    print(frame.f_code.co_name, frame.f_lasti, frame.f_back.f_code.co_name, sorted(frame.f_locals))
    return frame


def outer(a, b):
    c = a + b
    return inner()


frame = outer(1, 2)
print(frame.f_back.f_locals['c'], frame.f_back.f_back.f_code.co_name)
