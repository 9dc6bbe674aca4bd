"""Values of every type go in and come out; cursors iterate and fetch."""
import sqlite3

con = sqlite3.connect(":memory:")
cur = con.cursor()
print(cur.description, cur.rowcount, cur.lastrowid, cur.arraysize)
cur.execute("create table t(id integer primary key, name text, weight real, data blob)")
cur.execute("insert into t(name, weight, data) values(?, ?, ?)", ("ant", 1.5, b"\x00\x01"))
print(cur.rowcount, cur.lastrowid)
cur.executemany(
    "insert into t(name, weight, data) values(:name, :weight, :data)",
    [{"name": "bär", "weight": 2, "data": None}, {"name": "c\U0001f408", "weight": -2.25, "data": bytearray(b"xyz")}],
)
print(cur.rowcount, con.total_changes)
for row in cur.execute("select * from t order by id"):
    print(row)
cur.execute("select name as n, weight from t order by id")
print([column[0] for column in cur.description])
print(cur.fetchone(), cur.fetchmany(1), cur.fetchall(), cur.fetchone())
print(con.execute("select ?, ?, ?, ?", (2**63 - 1, -(2**63), True, memoryview(b"mv"))).fetchone())
print(con.execute("select 'a' || char(0) || 'b', x'', ''").fetchone())
print(list(con.execute("with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select i * i from n")))
con.executescript("""
    -- two statements and a comment
    create table u(x);
    insert into u values('semi;colon'); /* and the end */
""")
print(con.execute("select x, typeof(x) from u").fetchall())
con.execute("insert into u values(1.0)")
print(con.execute("update u set x = 7").rowcount, con.execute("delete from u").rowcount)
print(con.execute("").fetchall(), con.execute("-- nothing").description)
con.text_factory = bytes
print(con.execute("select 'raw'").fetchone())
con.text_factory = lambda raw: raw.decode().upper()
print(con.execute("select 'shout'").fetchone())
con.text_factory = str
print(sqlite3.complete_statement("select 1;"), sqlite3.complete_statement("select 1"))
print("\n".join(con.iterdump()))
con.close()
