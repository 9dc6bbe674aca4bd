"""mmap: files and anonymous memory, access, the methods of files, views and errors."""
import mmap
import os
import re
import tempfile


def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "data")
    with open(path, "wb") as file:
        file.write(b"one\ntwo\nthree\n" * 500)
    with open(path, "r+b") as file:
        with mmap.mmap(file.fileno(), 0) as shared:
            print(len(shared), shared[:4], shared[-3], shared.readline(), shared.tell(), shared.find(b"three"))
            shared[0:3] = b"ONE"
            shared.flush()
            print(open(path, "rb").read(8), [m.start() for m in re.finditer(b"ONE|three", shared[:40])])
            shared.resize(10)
            print(len(shared), os.path.getsize(path), list(shared)[:3])
        show(lambda: shared[0])
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as copy:
            copy[:3] = b"two"
            print(copy[:], open(path, "rb").read())
        with mmap.mmap(file.fileno(), 4, access=mmap.ACCESS_READ) as readonly:
            print(readonly, memoryview(readonly).readonly)
            show(lambda: readonly.write(b"x"))
            show(lambda: readonly.__setitem__(0, 1))
        show(lambda: mmap.mmap(file.fileno(), 1000))
        show(lambda: mmap.mmap(file.fileno(), 0, offset=mmap.PAGESIZE))
    with open(path, "rb") as file:
        show(lambda: mmap.mmap(file.fileno(), 0))

memory = mmap.mmap(-1, 16)
print(memory.write(b"abcabc\nx"), memory.tell(), memory.rfind(b"abc"), memory.rfind(b"abc", 0, 5))
memory.seek(-4, os.SEEK_END)
memory.write_byte(65)
memory.move(0, 3, 3)
print(memory[::2], memory.read(2), memory.read(), memory.closed)
view = memoryview(memory)
view[0] = 90
print(memory[:3])
show(memory.close)
view.release()
show(lambda: memory.seek(17))
show(lambda: memory.write(b"y"))
show(lambda: memory.__setitem__(slice(0, 2), b"xyz"))
show(lambda: memory["a"])
show(lambda: mmap.mmap(-1, 0))
show(lambda: mmap.mmap(-1, 5, access=7))
memory.close()
print(memory)
