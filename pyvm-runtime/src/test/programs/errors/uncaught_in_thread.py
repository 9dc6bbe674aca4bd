# The thread dies, its traceback goes to stderr, the program ends with 0.
import threading


def work(n):
    print("working on", n)
    return 10 // n


for n in (5, 0):
    t = threading.Thread(target=work, args=(n,), name=f"worker-{n}")
    t.start()
    t.join()
print("main goes on")
