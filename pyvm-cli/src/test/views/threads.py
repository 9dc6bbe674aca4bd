import _thread
import time

gate = _thread.allocate_lock()


def worker():
    gate.acquire()


def main():
    gate.acquire()
    _thread.start_new_thread(worker, ())
    time.sleep(0.3)
    for _ in range(1):
        try:
            breakpoint()
        finally:
            gate.release()


main()
