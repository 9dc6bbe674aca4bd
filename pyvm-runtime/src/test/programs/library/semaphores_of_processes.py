import _multiprocessing
import os
import threading
from _multiprocessing import SemLock

MUTEX, SEMAPHORE = 0, 1
name = f'/pyvm-test-{os.getpid()}'


def show(function, *args):
    try:
        result = function(*args)
        print(function.__name__, args[:3], '->', result if result.__class__ in (int, bool, type(None)) else type(result))
    except Exception as e:
        print(function.__name__, args[:3], '->', type(e).__name__, e)


print(_multiprocessing.flags, SemLock.SEM_VALUE_MAX)
show(SemLock, 2, 1, 1, name, True)
show(SemLock, SEMAPHORE, -1, 1, name, True)
show(SemLock, SEMAPHORE, 1, 1, '/a/b', True)
show(SemLock, SEMAPHORE, 1, 1, 5, True)
show(SemLock)

lock = SemLock(MUTEX, 1, 1, name, True)
print(lock.name, lock.kind, lock.maxvalue, lock.handle > 0, lock._is_mine(), lock._is_zero())
show(lock.release)
with lock as taken:
    print(taken, lock._is_mine())
    show(lock.acquire, False)
    show(lock._count)
    show(lock.release)
show(lock._count)
show(lock._get_value)

places = SemLock(SEMAPHORE, 1, 2, name, False)
print(places.name == name)
show(SemLock, SEMAPHORE, 1, 1, name, False)
other = SemLock._rebuild(0, SEMAPHORE, 2, name)
show(other.acquire)
show(places.acquire, False)
show(places.acquire, True, 0.01)
show(places.acquire, True, -1)
show(places.acquire, True, 'soon')
show(places._is_zero)
threading.Timer(0.05, other.release).start()
show(places.acquire, True, 60)
for _ in range(3):
    show(places.release)
_multiprocessing.sem_unlink(name)
for gone in lambda: _multiprocessing.sem_unlink(name), lambda: SemLock._rebuild(0, SEMAPHORE, 2, name):
    try:
        gone()
    except FileNotFoundError as e:
        print(e)
