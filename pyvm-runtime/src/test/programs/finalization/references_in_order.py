# The order of getweakrefs(), proxies of objects with special methods, and throw() through a plain iterator.
import weakref


class Reference(weakref.ref):
    pass


class Letters:
    def __bytes__(self):
        return b"bytes"

    def __reversed__(self):
        return iter("cba")


letters = Letters()
first = Reference(letters)
plain = weakref.ref(letters)
second = Reference(letters)
proxy = weakref.proxy(letters)
called = weakref.ref(letters, print)
names = {id(first): "first", id(plain): "plain", id(second): "second", id(proxy): "proxy", id(called): "called"}
print([names[id(reference)] for reference in weakref.getweakrefs(letters)])
print(list(reversed(proxy)), bytes(proxy))
try:
    plain.__init__(0, 0, 0)
except TypeError as e:
    print(e)


def delegating():
    try:
        yield from range(3)
    finally:
        print("finished")


generator = delegating()
next(generator)
try:
    generator.throw(ValueError("thrown"))
except ValueError as e:
    print(repr(e))
