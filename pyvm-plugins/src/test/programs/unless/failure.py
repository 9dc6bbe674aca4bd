from __syntax__ import unless


def check(values):
    until values.pop() == 0:
        print("again")
    unless values or 1 / len(values):
        pass


check([0, 2, 1])
