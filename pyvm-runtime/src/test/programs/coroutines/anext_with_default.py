# The awaitable of anext(iterator, default) has the methods of a generator.
class Steps:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.count:
            raise StopAsyncIteration
        self.count -= 1
        return self.count


class Waiting(Steps):
    def __anext__(self):
        return wait()


class Pause:
    def __await__(self):
        try:
            yield "waiting"
        except ValueError as error:
            print("thrown in:", error)
        return 7


async def wait():
    return await Pause()


def finish(step, *arguments):
    try:
        print("yielded", step(*arguments))
    except StopIteration as stop:
        print("result", stop.value)


finish(anext(Steps(1), "none").send, None)
finish(anext(Steps(0), "none").send, None)
awaitable = anext(Waiting(1), "none")
finish(awaitable.send, None)
finish(awaitable.throw, ValueError("x"))
awaitable = anext(Waiting(1), "none")
finish(awaitable.send, None)
print(awaitable.close())
