"""SQL calls Python: functions, aggregates, windows, collations, and the hooks of a connection."""
import sqlite3

con = sqlite3.connect(":memory:")
con.create_function("describe", 1, lambda value: f"{type(value).__name__}:{value!r}")
for value in (None, 1, 2.5, "text", b"blob"):
    print(con.execute("select describe(?)", (value,)).fetchone())
con.create_function("count_args", -1, lambda *args: len(args), deterministic=True)
print(con.execute("select count_args(), count_args(1, 2, 3)").fetchone())


class Longest:
    def __init__(self):
        self.best = ""

    def step(self, text):
        if len(text) > len(self.best):
            self.best = text

    def finalize(self):
        return self.best


class WindowSum:
    def __init__(self):
        self.sum = 0

    def step(self, value):
        self.sum += value

    def inverse(self, value):
        self.sum -= value

    def value(self):
        return self.sum

    finalize = value


con.create_aggregate("longest", 1, Longest)
con.create_window_function("window_sum", 1, WindowSum)
con.executescript("create table t(g, s, n); insert into t values('a', 'x', 1), ('a', 'xyz', 2), ('b', 'xy', 4), ('b', 'z', 8);")
print(con.execute("select g, longest(s) from t group by g order by g").fetchall())
print(con.execute("select longest(s) from t where n > 100").fetchone())
print(con.execute("select window_sum(n) over (order by n rows between 1 preceding and 1 following) from t").fetchall())
con.create_collation("backwards", lambda a, b: (a < b) - (a > b))
print(con.execute("select s from t order by s collate backwards").fetchall())

con.set_authorizer(lambda action, *rest: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_DELETE else sqlite3.SQLITE_OK)
try:
    con.execute("delete from t")
except sqlite3.DatabaseError as e:
    print(type(e).__name__, e, e.sqlite_errorname)
con.set_authorizer(None)
con.set_progress_handler(lambda: True, 1)
try:
    con.execute("select count(*) from t, t, t").fetchall()
except sqlite3.OperationalError as e:
    print(e)
con.set_progress_handler(None, 0)


def nested(n):
    return con.execute("select sum(n) from t where n <= ?", (n,)).fetchone()[0]


con.create_function("nested", 1, nested)
print(con.execute("select n, nested(n) from t").fetchall())
