import atexit
import os
import sys

atexit.register(print, "never")
print("printed", flush=True)
sys.stdout.write("lost, because it was not flushed" if False else "")
try:
    os._exit(9)
finally:
    print("never")
