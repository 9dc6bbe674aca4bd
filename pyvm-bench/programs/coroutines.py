"""Coroutines under a small scheduler: tasks that await each other, queues and a tree of awaits."""
from collections import deque

from timing import measure


class Pause:
    def __await__(self):
        yield self


class Queue:
    def __init__(self):
        self.items = deque()

    async def get(self):
        while not self.items:
            await Pause()
        return self.items.popleft()

    def put(self, item):
        self.items.append(item)


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.switches = 0

    def start(self, coroutine):
        self.ready.append(coroutine)

    def run(self):
        ready = self.ready
        while ready:
            task = ready.popleft()
            try:
                task.send(None)
            except StopIteration:
                continue
            self.switches += 1
            ready.append(task)


async def produce(queue, n):
    for i in range(n):
        queue.put(i)
        if i % 3 == 0:
            await Pause()
    queue.put(None)


async def consume(queue, results):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    results.append(total)


async def tree(depth):
    if depth == 0:
        await Pause()
        return 1
    return await tree(depth - 1) + await tree(depth - 1)


async def grow(results):
    results.append(await tree(9))


def run():
    scheduler = Scheduler()
    results = []
    for _ in range(8):
        queue = Queue()
        scheduler.start(produce(queue, 300))
        scheduler.start(consume(queue, results))
    scheduler.start(grow(results))
    scheduler.run()
    return sum(results), scheduler.switches


measure(run, (359312, 2112))
