# What still lives at the end is finalized, oldest first, while globals still have their values.
import atexit

greeting = "bye"


class Last:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(greeting, self.name)


def wait():
    try:
        yield
    finally:
        print("generator closed")


first = Last("first")
cycle = Last("cycle")
cycle.me = cycle
g = wait()
next(g)
atexit.register(print, "atexit")
print("end of module")
