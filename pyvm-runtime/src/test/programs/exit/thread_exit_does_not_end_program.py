import sys
import threading


def work():
    print("thread leaves")
    sys.exit(5)


t = threading.Thread(target=work)
t.start()
t.join()
print("main continues")
sys.exit(1)
