"""/dev/null can be read, written and positioned, whatever the mode."""
import os

for mode in ("r", "w", "a", "r+", "rb", "wb", "r+b", "w+b", "a+b"):
    with open(os.devnull, mode) as null:
        print(mode, type(null).__name__, null.seekable(), null.seek(5) if "b" in mode else null.seek(0), null.tell(), end=" ")
        if null.writable():
            print(null.write(b"gone" if "b" in mode else "gone"), end=" ")
        if null.readable():
            print(repr(null.read()), end="")
        print()
with open("/dev/zero", "rb") as zero:
    print(zero.read(3), zero.seek(0, 2), zero.read(1))
