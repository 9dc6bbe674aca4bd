"""Row factories, adapters and converters, blobs."""
import datetime
import sqlite3


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f"{self.x};{self.y}"


sqlite3.register_converter("point", lambda raw: Point(*map(int, raw.split(b";"))))
sqlite3.register_adapter(complex, lambda c: str(c))
con = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
con.execute("create table t(p point, d date, c number(10))")
con.execute("insert into t values(?, ?, ?)", (Point(3, -4), datetime.date(2001, 2, 3), 1 + 2j))
print(con.execute("select * from t").fetchone())
cur = con.execute("select '5;6' as 'p [point]'")
print(cur.description[0][0], cur.fetchone())

con.row_factory = sqlite3.Row
row = con.execute("select 1 as one, 'zwei' as Two, null as three").fetchone()
print(row.keys(), row["ONE"], row["two"], row[-1], row[0:2], len(row), tuple(row), list(reversed(row)))
print(row == con.execute("select 1 as one, 'zwei' as Two, null as three").fetchone(), hash(row) == hash(row))
for key in ("four", 3, 1.5):
    try:
        row[key]
    except IndexError as e:
        print(e)
con.row_factory = lambda cursor, values: dict(zip([d[0] for d in cursor.description], values))
print(con.execute("select 1 as a, 2 as b").fetchall())

con.execute("create table b(data blob)")
con.execute("insert into b values(zeroblob(8))")
with con.blobopen("b", "data", 1) as blob:
    blob.write(b"abc")
    blob[3] = 100
    blob[4:8:2] = b"eg"
    blob.seek(-1, 2)
    blob.write(b"!")
    blob.seek(0)
    print(len(blob), blob.read(4), blob.tell(), blob.read(), blob[0], blob[-4:-1])
    try:
        blob.write(b"too long")
    except ValueError as e:
        print(e)
con.commit()
copy = sqlite3.connect(":memory:")
con.backup(copy, pages=1, progress=lambda status, remaining, total: print("left", remaining == 0) if not remaining else None)
print(copy.execute("select data from b").fetchone())
third = sqlite3.connect(":memory:")
third.deserialize(copy.serialize())
print(third.execute("select length(data) from b").fetchone())
