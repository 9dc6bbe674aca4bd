# Coroutines driven without an event loop.
import sys
import types


class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        answer = yield self.value
        return answer


async def ask(question):
    print("asking", question)
    return await Suspend(question)


async def conversation():
    name = await ask("name?")
    try:
        age = await ask("age?")
    except LookupError as e:
        age = f"unknown ({e})"
    return f"{name}, {age}"


c = conversation()
print(type(c), c.cr_await, c.cr_running, c.cr_code.co_name)
print(c.send(None), c.cr_await is not None)
print(c.send("Ann"))
try:
    c.throw(LookupError("no answer"))
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)


@types.coroutine
def old_style():
    x = yield "from a generator"
    return x


async def uses_old():
    return await old_style()


u = uses_old()
print(u.send(None))
try:
    u.send(3)
except StopIteration as e:
    print(e.value)


class Manager:
    async def __aenter__(self):
        print("enter", await Suspend("entering"))
        return self

    async def __aexit__(self, kind, value, traceback):
        print("exit", kind and kind.__name__, await Suspend("leaving"))
        return kind is KeyError


class Numbers:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return await Suspend(self.n)


async def everything():
    async with Manager() as m, Manager():
        print("inside", type(m).__name__)
        raise KeyError("swallowed")
    async for x in Numbers(2):
        print("x", x)
    else:
        print("no more")
    out = [x async for x in Numbers(3) if x != "skip"]
    return out, {k: v async for k, v in pairs()}


async def pairs():
    for k in "ab":
        yield k, await Suspend(k)


def drive(coroutine, *answers):
    answers = iter(answers)
    value = None
    while True:
        try:
            request = coroutine.send(value)
        except StopIteration as e:
            return e.value
        value = next(answers, f"<{request}>")
        print("   ", request, "->", value)


print(drive(everything(), 1, 2))


async def generator():
    try:
        received = yield 1
        print("received", received)
        yield 2
    finally:
        print("cleanup", await Suspend("cleaning"))


async def steps():
    g = generator()
    print(await g.__anext__(), await g.asend("hi"))
    await g.aclose()
    print(g.ag_running, g.ag_frame)
    try:
        await anext(g)
    except StopAsyncIteration:
        print("stopped")
    print(await anext(g, "default"))
    g = generator()
    await anext(g)
    try:
        await g.athrow(ValueError("thrown"))
    except ValueError as e:
        print("came back:", e)


drive(steps())
for source in ("await x", "async def f():\n  yield 1\n  return 2", "def f():\n  await x", "[x async for x in y]",
               "async def f():\n  yield from x"):
    try:
        compile(source, "<s>", "exec")
    except SyntaxError as e:
        print(e.msg)
for bad in (5, iter([])):
    async def await_it():
        await bad
    try:
        await_it().send(None)
    except TypeError as e:
        print(e)
sys.stderr = sys.stdout
conversation().close()
