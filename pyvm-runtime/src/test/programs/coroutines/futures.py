# What a future answers, in each of its states and to each mistake.
import asyncio
import contextvars
import gc

state = contextvars.ContextVar("state", default="outside")


class Loop:
    """As much of an event loop as a future needs: calls wait here until they are run."""

    def __init__(self):
        self.ready = []

    def get_debug(self):
        return False

    def call_soon(self, function, *args, context=None):
        self.ready.append((function, args, context))

    def call_exception_handler(self, context):
        print("handler:", {k: v for k, v in context.items() if k != "exception"}, repr(context["exception"]))

    def run(self):
        while self.ready:
            function, args, context = self.ready.pop(0)
            context.run(function, *args)


def attempt(what, *args, **named):
    try:
        print("  ", getattr(what, "__name__", what), "->", what(*args, **named))
    except BaseException as e:
        print("  ", getattr(what, "__name__", what), "raises", type(e).__name__, e)


loop = Loop()
print(asyncio.Future is asyncio.futures._CFuture, asyncio.isfuture(asyncio.Future(loop=loop)), asyncio.Future[int])
for prepare in (
    lambda f: None,
    lambda f: f.set_result(42),
    lambda f: f.set_exception(KeyError("k")),
    lambda f: f.cancel("enough"),
):
    future = asyncio.Future(loop=loop)
    prepare(future)
    print(future, future._state, future._callbacks, future._result, repr(future._exception), future._cancel_message)
    for method in (future.done, future.cancelled, future.result, future.exception, future.cancel):
        attempt(method)
    attempt(future.set_result, 1)
    attempt(future.set_exception, ValueError)

print("mistakes")
future = asyncio.Future(loop=loop)
attempt(future.set_exception, 3)
attempt(future.set_exception, StopIteration)
attempt(setattr, future, "_log_traceback", True)
attempt(delattr, future, "_asyncio_future_blocking")
attempt(setattr, future, "_state", "FINISHED")
attempt(asyncio.Future, loop=3)
attempt(asyncio.Future, loop)
attempt(asyncio.Future.__new__(asyncio.Future).get_loop)
attempt(asyncio.Future.__new__(asyncio.Future).set_result, 1)
attempt(repr, asyncio.Future.__new__(asyncio.Future))

print("callbacks")
future.add_done_callback(print)
future.add_done_callback(lambda f: print("called in context", state.get()))
future.add_done_callback(print)
print(future._callbacks[0][0], len(future._callbacks), future.remove_done_callback(print), len(future._callbacks))
inside = contextvars.copy_context()
inside.run(state.set, "inside")
future.add_done_callback(lambda f: print("called in context", state.get()), context=inside)
future.set_result("done")
print(len(loop.ready), future._callbacks)
future.add_done_callback(lambda f: print("added late", f.result()), context=inside)
loop.run()

print("iterators")
future = asyncio.Future(loop=loop)
iterator = future.__await__()
print(type(iterator), next(iterator) is future, future._asyncio_future_blocking)
attempt(next, iterator)
future.set_result("sent")
attempt(iterator.send, None)
attempt(next, iterator, "ended")
attempt(iter(future).throw, ValueError, "thrown")
attempt(iter(future).throw, ValueError("an instance"), 3)
attempt(iter(future).throw, 3)
attempt(iter(future).throw, ValueError, None, 3)
iterator = iter(future)
iterator.close()
attempt(next, iterator, "closed")


class Named(asyncio.Future):
    def __repr__(self):
        return f"Named({self._state})"

    def __del__(self):
        print("deleted", self)
        super().__del__()


print("dropped")
future = None
for cls in asyncio.Future, Named:
    future = cls(loop=loop)
    future.set_exception(ValueError("nobody asked"))
    future = None
    gc.collect()
future = asyncio.Future(loop=loop)
future.set_exception(ValueError("asked for"))
print(repr(future.exception()))
future = None
gc.collect()
