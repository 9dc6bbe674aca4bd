# A task driven by hand: what its steps do with what the coroutine yields, raises and catches.
import asyncio
import contextvars
import gc
import types


class Loop:
    def __init__(self):
        self.ready = []

    def get_debug(self):
        return False

    def call_soon(self, function, *args, context=None):
        self.ready.append((function, args, context))

    def call_exception_handler(self, context):
        print("handler:", context["message"], repr(context.get("exception")))

    def step(self):
        function, args, context = self.ready.pop(0)
        try:
            context.run(function, *args)
        except BaseException as e:
            print("  the step raises", type(e).__name__, e)

    def run(self):
        while self.ready:
            self.step()


loop, other = Loop(), Loop()


@types.coroutine
def give(value):
    return (yield value)


def outcome(coroutine, *, cancel=None):
    task = asyncio.Task(coroutine, loop=loop, name="t")
    if cancel:
        task.cancel(cancel)
    loop.run()
    try:
        print(task._state, "result", task.result())
    except BaseException as e:
        print(task._state, type(e).__name__, str(e).partition(" at 0x")[0], "from", type(e.__context__).__name__)
    return task


async def plain():
    return 7


async def fails(error):
    raise error


async def yields(value):
    await give(None)
    await give(value)


async def catches(future):
    try:
        await future
    except BaseException as e:
        return f"caught {type(e).__name__} {e}"


async def itself():
    await task


def done(finish):
    future = asyncio.Future(loop=loop)
    loop.ready.append((finish, (future,), contextvars.copy_context()))
    return future


print(asyncio.Task is asyncio.tasks._CTask, asyncio.Task.__mro__[1] is asyncio.Future)
outcome(plain())
outcome(plain(), cancel="before it starts")
outcome(fails(ValueError("v")))
outcome(fails(SystemExit("leaving")))
outcome(fails(asyncio.CancelledError("by itself")))
outcome(fails(StopIteration("escapes")))
outcome(yields(3))
outcome(yields(i for i in ()))
outcome(yields(asyncio.Future(loop=loop)))
outcome(catches(asyncio.Future(loop=other)))
outcome(catches(done(lambda f: f.set_result(1))))
outcome(catches(done(lambda f: f.set_exception(KeyError("k")))))
outcome(catches(done(lambda f: f.cancel("stop"))))
task = asyncio.Task(itself(), loop=loop, name="t")
loop.run()
print(str(task.exception()).partition(" cb=")[0].partition(" coro=")[0])

print("a future of another class")


class Ducks:
    _asyncio_future_blocking = False
    _loop = loop

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return "quack"

    def add_done_callback(self, function, *, context):
        loop.call_soon(function, self, context=context)

    def result(self):
        return "unused"

    def cancel(self, msg):
        print("  asked to cancel:", msg)
        return False


async def ducks():
    return await Ducks()


outcome(ducks())
task = asyncio.Task(ducks(), loop=loop)
loop.step()
print(type(task._fut_waiter).__name__, task.cancel("no"), task._must_cancel, task.cancelling())
loop.run()
print(task.cancelled(), task.uncancel(), task.uncancel(), task.cancel())

print("names, stacks, refusals")
future = asyncio.Future(loop=loop)
task = asyncio.Task(catches(future), loop=loop, name=3)
loop.step()
print(task.get_name(), [f.f_code.co_name for f in task.get_stack()], task._fut_waiter is future, future)
task.set_name("other")
print(repr(task).replace(__file__, "file"), task.get_coro().__name__)
for refused in (
    lambda: task.set_result(1),
    lambda: task.set_exception(ValueError()),
    lambda: asyncio.Task(3, loop=loop),
    lambda: asyncio.Task(),
    lambda: future._callbacks[0][0](),
    lambda: asyncio.tasks._enter_task(loop, 1) or asyncio.tasks._enter_task(loop, 2),
    lambda: asyncio.tasks._leave_task(loop, 2),
    lambda: asyncio.tasks._leave_task(loop, 1) or asyncio.tasks._leave_task(loop, 1),
    asyncio.get_running_loop,
):
    try:
        print("accepted", refused())
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
future.set_result(None)
loop.run()
print(task in asyncio.all_tasks(loop), asyncio.tasks._current_tasks)

print("dropped")
task = asyncio.Task(catches(asyncio.Future(loop=loop)), loop=loop)
loop.run()
task = None
gc.collect()
