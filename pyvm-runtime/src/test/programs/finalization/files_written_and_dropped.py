# A file that is dropped with text still in it has been written when it is opened again.
import json
import os
import subprocess
import tempfile


def write(path, text):
    open(path, "w").write(text)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "a")
    open(path, "w").write("one\n")
    print(open(path).read())
    open(path, "a").write("two\n")
    print(open(path).readlines())
    for i in range(50):
        write(path, str(i))
        assert open(path).read() == str(i), i
    json.dump([1, 2], open(path, "w"))
    print(json.load(open(path)))
    open(path, "wb").write(bytes(3))
    print(open(path, "rb").read())

    open(path, "w").write("size")
    print(os.path.getsize(path))
    open(path, "w").write("renamed")
    os.rename(path, path + "2")
    print(open(path + "2").read())
    open(path, "w").write("exit 3")
    print(subprocess.run(["/bin/sh", path]).returncode)

    kept = open(path, "w")
    kept.write("kept back")
    print(repr(open(path).read()))
    kept.close()
    print(repr(open(path).read()))
