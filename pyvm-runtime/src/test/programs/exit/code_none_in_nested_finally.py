import atexit
import sys

atexit.register(print, "first registered, last run")
atexit.register(lambda: print("last registered, first run"))
try:
    try:
        sys.exit()
    finally:
        print("inner finally")
except Exception:
    print("not reached: SystemExit is no Exception")
finally:
    print("outer finally")
