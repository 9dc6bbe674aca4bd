# array.array: what fits an item, slices, buffers, files and pickles.
import array
import copy
import io
import pickle


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


for code in array.typecodes:
    a = array.array(code, "aé" if code == "u" else [1, 2, 100])
    print(a, a.itemsize, memoryview(a).format, a.tobytes()[: a.itemsize * 2])
    for protocol in range(6):
        assert pickle.loads(pickle.dumps(a, protocol)) == a
    swapped = copy.copy(a)
    swapped.byteswap()
    assert swapped.tobytes() == b"".join(
        a.tobytes()[i : i + a.itemsize][::-1] for i in range(0, len(a) * a.itemsize, a.itemsize)
    )
    for bad in (-1, 2**7, 2**8, 2**15, 2**16, -(2**31) - 1, 2**31, 2**32, 2**63, 2**64, 1.5, "ab", None):
        print(end=f"{bad}: ")
        attempt(lambda: array.array(code, [bad]))

a = array.array("i", range(10))
print(a[2:5], a[::-3], a[-1], a.index(3), a.count(4), 5 in a, a.pop(), a.pop(0))
a[1:3] = array.array("i", [70, 71, 72])
del a[::4]
a.insert(-100, -1)
a.extend(i * i for i in range(3))
a += array.array("i", [8])
a *= 2
a.reverse()
print(a, a + a[:1] == a, a > a[:-1], array.array("b", [1, 2]) == array.array("d", [1.0, 2.0]))

view = memoryview(a)
view[0] = 12345
print(a[0])
attempt(lambda: a.append(1))
attempt(lambda: a.__setitem__(slice(0, 2), array.array("i")))
view.release()
a.append(1)

file = io.BytesIO()
a.tofile(file)
file.seek(0)
b = array.array("i")
attempt(lambda: b.fromfile(file, len(a) + 1))
print(b == a)
attempt(lambda: b.frombytes(b"123"))
attempt(lambda: b.fromlist([1, "2"]))
print(b == a)

for number, data in ((3, b"\0\1\0\2"), (9, b"\xff\xff\xff\xfe"), (15, b"\x3f\x80\0\0"), (18, b"a\0"), (21, b"\0\0\0b")):
    attempt(lambda: array._array_reconstructor(array.array, "u" if number > 17 else "f" if number > 13 else "i", number, data))
for action in (
    lambda: array.array(),
    lambda: array.array("x"),
    lambda: array.array("i", "abc"),
    lambda: array.array("i", array.array("u", "abc")),
    lambda: array.array("i", x=1),
    lambda: a["a"],
    lambda: a[100],
    lambda: a + 1,
    lambda: a.__iadd__([1]),
    lambda: a.extend(array.array("b")),
    lambda: array.array("i").pop(),
    lambda: a.tounicode(),
    lambda: array._array_reconstructor(str, "i", 8, b""),
    lambda: array._array_reconstructor(array.array, "i", 99, b""),
):
    attempt(action)


class Tagged(array.array):
    def __new__(cls, *args, tag=None):
        self = super().__new__(cls, *args)
        self.tag = tag
        return self


tagged = Tagged("h", [1, 2], tag="t")
print(tagged, tagged.tag, pickle.loads(pickle.dumps(tagged)).tag, tagged.__reduce_ex__(2))
