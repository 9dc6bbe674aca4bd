"""A connection belongs to a thread, unless it is told otherwise; files are shared between connections."""
import os
import sqlite3
import tempfile
import threading


def run(function):
    thread = threading.Thread(target=function)
    thread.start()
    thread.join()


con = sqlite3.connect(":memory:")


def strange():
    try:
        con.execute("select 1")
    except sqlite3.ProgrammingError as e:
        print(str(e).split(".")[0])


run(strange)
shared = sqlite3.connect(":memory:", check_same_thread=False)
shared.execute("create table t(n)")
lock = threading.Lock()


def insert(start):
    for n in range(start, start + 50):
        with lock:
            shared.execute("insert into t values(?)", (n,))


workers = [threading.Thread(target=insert, args=(1000 * i,)) for i in range(4)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(shared.execute("select count(*), count(distinct n) from t").fetchone())

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "data.db")
    first = sqlite3.connect(path)
    with first:
        first.execute("create table t(n)")
    first.execute("insert into t values(1)")
    second = sqlite3.connect(path, timeout=0)
    try:
        second.execute("insert into t values(2)")
    except sqlite3.OperationalError as e:
        print(e, e.sqlite_errorname)
    second.rollback()
    print(second.execute("select count(*) from t").fetchone())
    first.commit()
    with second:
        second.execute("insert into t values(2)")
    print(first.execute("select n from t").fetchall())
    os.chdir(folder)
    relative = sqlite3.connect("data.db")
    uri = sqlite3.connect("file:data.db?mode=ro", uri=True)
    print(relative.execute("select sum(n) from t").fetchone(), uri.execute("select max(n) from t").fetchone())
    try:
        uri.execute("delete from t")
    except sqlite3.OperationalError as e:
        print(e)
    for opened in (first, second, relative, uri):
        opened.close()
    os.chdir("/")

waiting = threading.Event()
shared.create_function("wait", 0, lambda: waiting.set() or threading.Event().wait(0.01))
long = "with recursive n(i) as (select wait() union all select 1 from n) select count(*) from n"


def interrupt():
    waiting.wait()
    shared.interrupt()


stopper = threading.Thread(target=interrupt)
stopper.start()
try:
    shared.execute(long).fetchall()
except sqlite3.OperationalError as e:
    print(e)
stopper.join()
