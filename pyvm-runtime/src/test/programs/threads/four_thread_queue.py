# Four workers and one queue; the result does not depend on who took what.
import queue
import threading

jobs, results = queue.Queue(maxsize=8), queue.Queue()
lock = threading.Lock()
done_by = {}


def digits_squared(n):
    seen = set()
    while n not in seen and n != 1:
        seen.add(n)
        n = sum(int(d) ** 2 for d in str(n))
    return n == 1


def worker():
    while (job := jobs.get()) is not None:
        results.put((job, digits_squared(job)))
        with lock:
            name = threading.current_thread().name
            done_by[name] = done_by.get(name, 0) + 1
        jobs.task_done()
    jobs.task_done()


threads = [threading.Thread(target=worker, name=f"worker {i}") for i in range(4)]
for t in threads:
    t.start()
for job in range(1, 301):
    jobs.put(job)
for _ in threads:
    jobs.put(None)
jobs.join()
for t in threads:
    t.join()
found = dict(results.get() for _ in range(results.qsize()))
print(len(found), [n for n in sorted(found) if found[n]][:20], sum(found.values()))
print(sum(done_by.values()), set(done_by) <= {t.name for t in threads}, [t.is_alive() for t in threads])
print(jobs.empty(), jobs.unfinished_tasks, threading.active_count(), threading.main_thread() is threading.current_thread())
