"""Transactions begin by themselves before a change, and end with commit, rollback or a with block."""
import sqlite3

con = sqlite3.connect(":memory:")
con.execute("create table t(x unique)")
print("after create", con.in_transaction, repr(con.isolation_level))
con.execute("insert into t values(1)")
print("after insert", con.in_transaction)
con.rollback()
print(con.execute("select count(*) from t").fetchone(), con.in_transaction)
with con:
    con.execute("insert into t values(2)")
print("committed", con.in_transaction, con.execute("select x from t").fetchall())
try:
    with con:
        con.execute("insert into t values(3)")
        con.execute("insert into t values(3)")
except sqlite3.IntegrityError as e:
    print("rolled back:", e)
print(con.execute("select x from t").fetchall())

con.isolation_level = "immediate"
print(con.isolation_level)
statements = []
con.set_trace_callback(statements.append)
con.execute("insert into t values(?)", (4,))
con.commit()
con.isolation_level = None
con.execute("insert into t values(5)")
print(con.in_transaction)
con.execute("begin")
print(con.in_transaction)
con.executescript("insert into t values(6);")
print(con.in_transaction)
con.set_trace_callback(None)
print(statements)
con.execute("savepoint s")
con.execute("delete from t")
con.execute("rollback to s")
con.execute("release s")
print(con.execute("select sum(x) from t").fetchone())

# A cursor that was dropped before its last row locks nothing.
con.execute("select x from t").fetchone()
con.execute("drop table t")
print(con.execute("select count(*) from sqlite_master").fetchone())
