# A round-robin scheduler of generators, with sleeping on a clock of its own, channels and joins.
from collections import deque
from heapq import heappop, heappush


class Task:
    serial = 0

    def __init__(self, generator):
        Task.serial += 1
        self.id = Task.serial
        self.generator = generator
        self.waiters = []
        self.done = False
        self.result = None


class Channel:
    def __init__(self):
        self.items, self.readers = deque(), deque()


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.clock = 0

    def spawn(self, generator):
        task = Task(generator)
        self.ready.append((task, None, None))
        return task

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.clock, _, task = heappop(self.sleeping)
                self.ready.append((task, None, None))
            self.step(*self.ready.popleft())

    def step(self, task, value, error):
        try:
            if error:
                request, *arguments = task.generator.throw(error)
            else:
                request, *arguments = task.generator.send(value)
        except StopIteration as stop:
            task.done, task.result = True, stop.value
            for waiter in task.waiters:
                self.ready.append((waiter, stop.value, None))
        except Exception as e:
            print(f"{self.clock:3} task {task.id} died: {e!r}")
            task.done = True
            for waiter in task.waiters:
                self.ready.append((waiter, None, RuntimeError(f"task {task.id} failed")))
        else:
            getattr(self, "do_" + request)(task, *arguments)

    def do_pause(self, task):
        self.ready.append((task, None, None))

    def do_sleep(self, task, time):
        heappush(self.sleeping, (self.clock + time, task.id, task))

    def do_join(self, task, other):
        if other.done:
            self.ready.append((task, other.result, None))
        else:
            other.waiters.append(task)

    def do_put(self, task, channel, item):
        if channel.readers:
            self.ready.append((channel.readers.popleft(), item, None))
        else:
            channel.items.append(item)
        self.ready.append((task, None, None))

    def do_get(self, task, channel):
        if channel.items:
            self.ready.append((task, channel.items.popleft(), None))
        else:
            channel.readers.append(task)

    def do_spawn(self, task, generator):
        self.ready.append((task, self.spawn(generator), None))


def counter(name, n, delay):
    for i in range(n):
        print(f"{scheduler.clock:3} {name} {i}")
        yield "sleep", delay
    return name.upper()


def producer(channel, n):
    for i in range(n):
        yield "put", channel, i * i
        yield "sleep", 5
    yield "put", channel, None


def consumer(channel):
    total = 0
    while (item := (yield "get", channel)) is not None:
        print(f"{scheduler.clock:3} consumed {item}")
        total += item
    return total


def failing():
    yield "pause",
    raise ValueError("oops")


def main():
    a = yield "spawn", counter("a", 3, 4)
    b = yield "spawn", counter("b", 2, 7)
    channel = Channel()
    yield "spawn", producer(channel, 4)
    c = yield "spawn", consumer(channel)
    f = yield "spawn", failing()
    try:
        yield "join", f
    except RuntimeError as e:
        print(f"{scheduler.clock:3} main saw: {e}")
    for task in (a, b, c, a):
        print(f"{scheduler.clock:3} joined", (yield "join", task))


scheduler = Scheduler()
scheduler.spawn(main())
scheduler.run()
print("the end at", scheduler.clock)
