# Files of keys and values: what the mapping takes, gives and refuses, open and closed.
import os, tempfile
from dbm import ndbm


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, *error.args[-1:])


os.chdir(tempfile.mkdtemp())
for wrong in ("x", "q"), (5,), ("x", 5), ("x", "r", "y"), ("a\0b",), ("missing",):
    attempt(lambda: ndbm.open(*wrong))
with ndbm.open("x", "c", 0o600) as db:
    print(type(db))
    for key, value in ("ä", "ü"), (b"b", b""), ("n", 1), (1, "n"), ("long", "x" * 50_000):
        attempt(lambda: db.__setitem__(key, value))
    for key in "ä", b"b", "none", 1, bytearray(b"b"):
        attempt(lambda: len(db[key]))
        attempt(lambda: key in db)
        attempt(lambda: db.get(key, 5) == 5)
    attempt(lambda: db.setdefault("new", "value"))
    attempt(lambda: db.setdefault("new", "other"))
    attempt(lambda: db.setdefault("empty"))
    attempt(lambda: db.setdefault("bad", 4))
    attempt(lambda: db.__delitem__("none"))
    attempt(lambda: db.__delitem__("long"))
    print(sorted(db.keys()), len(db), bool(db))
    attempt(lambda: iter(db))
for use in (lambda: db["a"]), (lambda: db.keys()), (lambda: "a" in db), (lambda: len(db)), db.close, (lambda: bool(db)):
    attempt(use)
db = ndbm.open("x", "n")
print(len(db), bool(db))
db["kept"] = "without close"
del db
db = ndbm.open("x")
print(db.keys(), ndbm.error.__mro__[1])
db.close()
attempt(type(db))
