# The warning names the coroutine, on stderr.
async def forgotten():
    pass


forgotten()
import gc

gc.collect()
print("done")
