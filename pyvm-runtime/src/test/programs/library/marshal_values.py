# marshal: what is written in each version, references, and what is said of bytes that are no value.
import io
import marshal

VALUES = ["abc", 1.5, 2.5 - 1j, (1, ()), b"q", "\xe9\ud800", 10**12, -(10**12), True, None, ..., {"k": 1}, {2}, StopIteration]
for version in range(3):
    print(version, marshal.dumps(VALUES, version))
for version in range(5):
    assert marshal.loads(marshal.dumps(VALUES, version)) == VALUES, version

shared = [1.25]
twice = marshal.loads(marshal.dumps((shared, shared)))
print(twice[0] is twice[1], marshal.loads(marshal.dumps((shared, shared), 2)))
shared.append(shared)
print(marshal.loads(marshal.dumps(shared)))
print(marshal.dumps({("Spam", i) for i in range(3)}, 2) == marshal.dumps({("Spam", i) for i in (2, 0, 1)}, 2))

file = io.BytesIO()
for value in VALUES:
    marshal.dump(value, file)
    file.write(b"+")
file.seek(0)
print([(marshal.load(file), file.read(1))[0] for _ in VALUES] == VALUES, file.read())


class Int(int):
    pass


def attempt(action, argument):
    try:
        print(action(argument))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


for data in (
    b"", b"i", b"Q", b"l\2\0\0\0\0\0\0\0", b"l\1\0\0\0\xff\xff", b"l\0\0\0\x80", b"s\xff\xff\xff\xff", b"r\0\0\0\0",
    b"0", b"(\1\0\0\x000", b"f\x031.5", b"f\3abc", b"x\x011\x012", b")\1" * 3000 + b"N", b"u\1\0\0\0\xff", b"{N0",
    b"<\xff\xff\xff\xff", b"\xa9\1r\0\0\0\0", b"\xbe\1\0\0\0r\0\0\0\0", b"I\xfe\xff\xff\xff\xff\xff\xff\xff", b"z\3ab",
):
    attempt(marshal.loads, data)
for value in (Int(1), [object()], [[[print]]], "text"):
    attempt(marshal.dumps if not isinstance(value, str) else marshal.loads, value)
