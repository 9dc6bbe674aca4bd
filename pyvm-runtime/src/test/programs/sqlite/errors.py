"""Which exception it is, and what it says."""
import sqlite3


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as e:
        code = f" [{e.sqlite_errorcode} {e.sqlite_errorname}]" if hasattr(e, "sqlite_errorcode") else ""
        print(f"{what}: {type(e).__name__}: {e}{code}")


con = sqlite3.connect(":memory:")
con.execute("create table t(id integer primary key, n not null, check(n > 0))")
con.execute("insert into t values(1, 1)")
attempt("syntax", con.execute, "selekt 1")
attempt("no table", con.execute, "select * from nowhere")
attempt("unique", con.execute, "insert into t values(1, 2)")
attempt("null", con.execute, "insert into t values(2, null)")
attempt("check", con.execute, "insert into t values(2, -1)")
attempt("two statements", con.execute, "select 1; select 2")
attempt("zero", con.execute, "select 1\0")
attempt("too few", con.execute, "select ?, ?", (1,))
attempt("unnamed", con.execute, "select ?", {"a": 1})
attempt("missing", con.execute, "select :a", {"b": 1})
attempt("no sequence", con.execute, "select ?", 5)
attempt("unsupported", con.execute, "select ?", (object,))
attempt("big", con.execute, "select ?", (2**63,))
attempt("surrogate", con.execute, "select ?", ("\ud800",))
attempt("many", con.executemany, "select 1", [()])
attempt("not text", con.execute, b"select 1")
attempt("undecodable", lambda: con.execute("select cast(x'ff' as text) as c").fetchone())
attempt("level", setattr, con, "isolation_level", "sometimes")
attempt("limit", con.getlimit, 1000)
attempt("collation", con.create_collation, "c", 5)
attempt("file", sqlite3.connect, "/nowhere/at/all.db")

con.create_function("fail", 0, lambda: 1 / 0)
con.create_function("wrong", 0, lambda: object)
con.create_function("huge", 0, lambda: 2**64)
for name in ("fail", "wrong", "huge"):
    attempt(name, con.execute, f"select {name}()")


class Broken:
    def step(self, value):
        raise KeyError(value)


con.create_aggregate("broken", 1, Broken)
attempt("aggregate", con.execute, "select broken(n) from t")
con.create_collation("raises", lambda a, b: {}[a])
attempt("collation error", con.execute, "select 'a' = 'b' collate raises")
cur = con.cursor()
con.create_function("again", 0, lambda: cur.execute("select 1"))
attempt("recursive", cur.execute, "select again()")
cur.close()
attempt("closed cursor", cur.execute, "select 1")
con.close()
attempt("closed", con.execute, "select 1")
attempt("closed twice", con.close)
print(sqlite3.IntegrityError.__mro__)
con.execute("select 1")
