# What each protocol writes, byte by byte; what is read back; and the errors of both.
import collections
import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("a", "b")


loop = []
loop.append((loop, {}))
slotted = Slotted()
slotted.a = loop
values = [None, True, -1, 300, 2**31, -2**70, 1.5, b"ab", "a\u20ac\n", (), (1, 2), [1, [2]], {1: {2}}, frozenset("x"), bytearray(b"q"),
          Point(1, "x"), slotted, loop, len, Point, collections.OrderedDict(a=1), ...]
for protocol in range(6):
    for value in values:
        try:
            data = pickle.dumps(value, protocol)
            print(protocol, data, type(pickle.loads(data)).__name__)
        except TypeError as error:
            print(protocol, error)
    twice = ["abc"] * 2
    print(pickle.loads(pickle.dumps(twice, protocol))[0] is pickle.loads(pickle.dumps(twice, protocol))[0], len(pickle.dumps(values[:8], protocol)))


class R:
    def __reduce__(self):
        return 1


buffers = []
data = pickle.dumps(pickle.PickleBuffer(bytearray(b"abc")), 5, buffer_callback=buffers.append)
print(data, bytes(pickle.loads(data, buffers=buffers)))


class Named(pickle.Pickler):
    def persistent_id(self, value):
        return "point" if isinstance(value, Point) else None

    def reducer_override(self, value):
        return (str, ("reduced",)) if value is slotted else NotImplemented


file = io.BytesIO()
Named(file, 4).dump([Point(1, 2), slotted])
print(file.getvalue())
for data in b"", b"(.", b"I5", b"I5x\n.", b"\x80\x09.", b"z", b"\xff", b"h\x05.", b"cos\nnone\n.", b"N)b.", b"}(K\x01u.", b"Q.", file.getvalue():
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__, error)
for value in io, R():
    try:
        print(pickle.dumps(value))
    except Exception as error:
        print(type(error).__name__, str(error)[:40])
