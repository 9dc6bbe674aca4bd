# Files in a folder made for it: text, binary, seek, encodings, os, pathlib, glob, shutil, errors.
import glob
import io
import os
import pathlib
import shutil
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open("a.txt", "w", encoding="utf-8", newline="") as f:
        print(f.write("one\ntwo\r\nthré\rlast"), f.writelines(["\n", "more\n"]), f.tell(), f.name, f.mode, f.closed, f.encoding)
    print(f.closed, os.path.getsize("a.txt"))
    for newline in (None, "", "\n", "\r"):
        with open("a.txt", encoding="utf-8", newline=newline) as f:
            print(repr(newline), f.readlines(), f.newlines)
    with open("a.txt", "rb") as f:
        print(f.read(3), f.tell(), f.seek(-5, os.SEEK_END), f.read(), f.read(), f.seek(0), f.readline(), f.peek(2)[:2], list(f)[-1], f.readable(), f.writable())
    with open("a.txt", "r+b") as f:
        f.seek(2)
        f.write(b"XX")
        f.truncate(8)
        f.seek(0)
        print(f.read(), f.readinto(bytearray(2)))
    with open("a.txt", "a+") as f:
        f.write("end")
        f.seek(0)
        print(repr(f.read()), f.seekable())
    try:
        open("a.txt", "x")
    except FileExistsError as e:
        print(e, e.errno)
    for bad in (lambda: open("none"), lambda: open("."), lambda: open("a.txt", "q"), lambda: open("a.txt", "rw"), lambda: open("a.txt", "rb", encoding="x"), lambda: open("a.txt").write("x"), lambda: f.read(), lambda: os.mkdir("a.txt"),
                lambda: os.listdir("none"), lambda: os.remove("none"), lambda: os.rmdir("none"), lambda: open("a\0b"), lambda: os.rename("none", "x"), lambda: open("a.txt/b"), lambda: open("a.txt", encoding="no-such")):
        try:
            print("no error", bad())
        except Exception as e:
            print(type(e).__name__, e)
    p = pathlib.Path("deep") / "er" / "file.tar.gz"
    p.parent.mkdir(parents=True, exist_ok=True)
    p.write_text("héllo", "utf-8")
    print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.exists(), p.is_file(), p.read_bytes(), p.with_suffix(".txt"), p.with_name("x"), p.relative_to("deep"), p.match("*.gz"))
    print(sorted(str(x) for x in pathlib.Path(".").rglob("*")), sorted(glob.glob("**/*.gz", recursive=True)), pathlib.PurePosixPath("/a/../b").joinpath("c"), pathlib.Path("a//b/./c"), pathlib.PureWindowsPath("c:\\x\\y").drive)
    print(os.path.join("a", "/b", "c"), os.path.split("/a/b"), os.path.splitext("x.tar.gz"), os.path.normpath("a/../b//c/."), os.path.relpath("/a/b", "/a/c"), os.path.commonpath(["/a/b", "/a/c"]), os.path.isabs("x"), os.path.basename("a/"), os.path.exists("none"))
    os.makedirs("x/y")
    open("x/y/z", "w").close()
    shutil.copytree("x", "copy")
    os.rename("copy/y/z", "copy/zz")
    for where, folders, files in sorted(os.walk(".")):
        print(where, sorted(folders), sorted(files))
    shutil.rmtree("x")
    os.symlink("a.txt", "link")
    os.chmod("a.txt", 0o640)
    stat = os.stat("a.txt")
    print(os.path.islink("link"), os.readlink("link"), os.path.samefile("a.txt", "link"), oct(stat.st_mode), stat.st_size, sorted(e.name for e in os.scandir(".") if e.is_file(follow_symlinks=False)))
    os.chdir("/")
print(os.path.exists(folder))
s = io.StringIO("a\nb\nc")
print(s.readline(), s.read(1), s.tell(), s.seek(0), list(s), s.write("d"), s.getvalue(), s.truncate(3), repr(s.getvalue()))
b = io.BytesIO(b"abc")
print(b.read(2), b.getbuffer()[0], b.seek(0, 2), b.write(b"d"), b.getvalue(), b.closed)
w = io.TextIOWrapper(io.BytesIO(), encoding="utf-16", write_through=True)
print(w.write("é"), w.buffer.getvalue(), w.detach().getvalue())
r, pipe = os.pipe()
os.write(pipe, b"through the pipe")
os.close(pipe)
with os.fdopen(r) as f:
    print(f.read())
print(os.environ.get("NO_SUCH_VARIABLE"), os.path.expandvars("$NO_SUCH/x"), os.sep, os.linesep == "\n", os.name, os.fspath(p), isinstance(os.getpid(), int), os.strerror(2))
