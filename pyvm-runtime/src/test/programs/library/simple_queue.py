import _queue
import queue
import threading
q = _queue.SimpleQueue()
print(q.empty(), q.qsize())
q.put(1)
q.put_nowait(2)
print(q.get(), q.get_nowait(), q.empty())
for f in (lambda: q.get_nowait(), lambda: q.get(timeout=0.01), lambda: q.get(False), lambda: q.get(timeout=-1), lambda: q.put()):
    try:
        f()
    except Exception as e:
        print(type(e), e)
print(queue.Empty is _queue.Empty, queue.SimpleQueue is _queue.SimpleQueue, _queue.SimpleQueue[int])
threading.Timer(0.05, q.put, ('late',)).start()
print(q.get(timeout=5))
