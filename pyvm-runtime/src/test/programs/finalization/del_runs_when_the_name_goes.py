# Deleting, rebinding or leaving the only name runs __del__ at once.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Pile(list):
    def __del__(self):
        print("del pile of", len(self))


a = Noisy("deleted")
del a
print("after del")
b = Noisy("replaced by None")
b = None
c = Noisy("rebound")
c = Noisy("at the end")
print("after rebinding")


def local():
    inner = Noisy("local")
    return 1


local()
print("after the call")
Noisy("never named")
print("after the expression")
pile = Pile("xyz")
del pile
other = a = Noisy("two names")
del other
print("one name left")
del a
