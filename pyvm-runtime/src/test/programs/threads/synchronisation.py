# Locks, conditions, semaphores, events, barriers, timers, daemon threads.
import sys
import threading
import time

sys.setswitchinterval(0.0001)
total = 0
lock = threading.Lock()


def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1


threads = [threading.Thread(target=add, args=(500,)) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
print(total, lock.locked(), lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release())
try:
    lock.release()
except RuntimeError as e:
    print(e)
r = threading.RLock()
with r, r:
    print(r.acquire())
    r.release()
try:
    r.release()
except RuntimeError as e:
    print(e)


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            item = self.items.pop(0)
            self.changed.notify_all()
            return item


buffer, received = Buffer(2), []
consumer = threading.Thread(target=lambda: received.extend(buffer.get() for _ in range(10)))
consumer.start()
for i in range(10):
    buffer.put(i)
consumer.join()
print(received)
event, order = threading.Event(), []


def waiter():
    event.wait()
    order.append("woken")


t = threading.Thread(target=waiter)
t.start()
order.append("setting")
event.set()
t.join()
print(order, event.is_set(), event.wait(0), threading.Event().wait(0.01))
semaphore = threading.BoundedSemaphore(2)
print([semaphore.acquire(blocking=False) for _ in range(3)])
semaphore.release(2)
try:
    semaphore.release()
except ValueError as e:
    print(e)
fired = []
timer = threading.Timer(0.01, fired.append, [1])
timer.start()
timer.join()
never = threading.Timer(60, fired.append, [2])
never.start()
never.cancel()
print(fired)
barrier, arrived = threading.Barrier(3, action=lambda: arrived.append("all here")), []
threads = [threading.Thread(target=barrier.wait) for _ in range(2)]
[t.start() for t in threads]
print(0 <= barrier.wait() < 3, arrived, barrier.n_waiting, barrier.broken)
[t.join() for t in threads]
t = threading.Thread(target=time.sleep, args=(60,), daemon=True)
try:
    t.join()
except RuntimeError as e:
    print(e)
t.start()
try:
    t.start()
except RuntimeError as e:
    print(e)
print(t.daemon, t.is_alive(), t.ident is not None, isinstance(t.native_id, int), t.name.startswith("Thread-"))
from concurrent.futures import ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(lambda x: x * x, range(8))), sum(f.result() for f in as_completed([pool.submit(pow, 2, n) for n in range(5)])))
    failing = pool.submit(lambda: 1 / 0)
    print(repr(failing.exception()), failing.done())
print("exits in spite of the sleeping daemon")
