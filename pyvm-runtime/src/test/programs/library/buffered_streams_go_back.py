"""Buffered streams that are read, written and positioned in turns; what base classes of streams say themselves."""
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "f")
for make in (lambda: io.BufferedRandom(io.BytesIO()), lambda: open(path, "w+b"), lambda: open(path, "w+b", 4)):
    with make() as f:
        f.write(b"asdfghjkl")
        f.seek(0)
        print(f.read(4), f.write(b"123f"), f.seek(0), f.read(), f.tell())
        print(f.seek(-4, 2), f.seek(2, 1), f.read(11))
        f.seek(0)
        print(f.read(2), f.write(b"12"), f.read(2), f.tell())
        f.flush()
        print(f.tell(), f.read(), f.seek(5), f.readinto(bytearray()), f.seek(-2, 1), f.read(3))
        f.seek(1)
        print(f.write(b"XY"), f.peek()[:2], f.readline(), f.tell())
    print(f.closed)

with open(path, "rb") as f:
    print(f.read(5), f.readinto(bytearray()), f.seek(-3, 1), f.read(0), f.readinto1(bytearray()), f.read(2))


class NoWriter(io.BytesIO):
    writable = io.BufferedIOBase.writable


text = io.TextIOWrapper(NoWriter(b"x"), "ascii")
print(text.readable(), text.writable())
stream = io.BytesIO(b"x")
for name in ("readable", "writable", "seekable", "isatty", "flush"):
    print(name, getattr(io.IOBase, name)(stream), getattr(stream, name)())
for base in (io.IOBase, io.RawIOBase):
    try:
        print(base.fileno(stream))
    except OSError as error:
        print(type(error).__name__, error)
print(io.IOBase.tell(stream), io.IOBase.readline(stream))

try:
    del text._CHUNK_SIZE
except AttributeError as error:
    print(error)
text.detach()
print(repr(text), text.encoding, text.errors, text.line_buffering, text.write_through)
try:
    text.read()
except ValueError as error:
    print(error)
