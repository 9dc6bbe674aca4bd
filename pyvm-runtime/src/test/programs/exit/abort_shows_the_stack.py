"""A process that aborts says where it was, when faulthandler is enabled."""
import faulthandler
import os
import sys


def ends():
    print(faulthandler.is_enabled(), flush=True)
    os.abort()


faulthandler.enable(sys.stderr, all_threads=False)
faulthandler.disable()
faulthandler.enable(file=sys.stderr, all_threads=False)
ends()
