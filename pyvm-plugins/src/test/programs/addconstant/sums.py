from __syntax__ import addconstant
import sys

def total(n):
    result = 0
    for i in range(n):
        result = result + 1 + i + 2.5
    return result, "a" + "b", [i + 1 for i in range(3)]


print(total(4))
print(any(opcode >= 200 for opcode in total.__code__.co_code[::2]))


class Noisy:
    def __add__(self, other):
        return f"added {other}"


print(Noisy() + 7, Noisy() + (1, 2))
lines = []


def trace(frame, event, argument):
    lines.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return trace


def spread(x):
    return (x +
            1
            + 2)


sys.settrace(trace)
spread(1)
sys.settrace(None)
print(lines)
