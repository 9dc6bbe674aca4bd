# Errors that nobody can catch are reported and ignored.
import atexit


class Grumpy:
    def __del__(self):
        raise ValueError("in __del__")

    def __repr__(self):
        return "<Grumpy>"


@atexit.register
def last():
    print("atexit runs")
    raise RuntimeError("in atexit")


g = Grumpy()
del g
import gc

gc.collect()
print("end of module")
