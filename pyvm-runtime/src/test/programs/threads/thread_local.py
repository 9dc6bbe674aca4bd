import threading


class Context(threading.local):
    level = "class"

    def __init__(self, start=0):
        self.value = start
        self.made_in = threading.current_thread().name


context = Context(100)
plain = threading.local()
plain.x = "main"
log = {}
barrier = threading.Barrier(3)


def work(n):
    before = context.value, context.made_in, hasattr(plain, "x")
    context.value += n
    plain.x = n
    barrier.wait()
    log[n] = before, context.value, plain.x, sorted(plain.__dict__)


threads = [threading.Thread(target=work, args=(n,), name=f"t{n}") for n in (1, 2, 3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for n in sorted(log):
    print(n, log[n])
print(context.value, context.made_in, plain.x, context.level)
try:
    plain.y
except AttributeError as e:
    print(e)
del plain.x
print(hasattr(plain, "x"), vars(plain))
