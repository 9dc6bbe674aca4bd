import asyncio


async def worker(name, delay, result):
    print(name, "starts")
    await asyncio.sleep(delay)
    print(name, "ends")
    if isinstance(result, Exception):
        raise result
    return result


async def gathering():
    # Whatever is slow the first time is over before the times below count.
    await asyncio.gather(asyncio.sleep(0.01), asyncio.sleep(0.01))
    print(await asyncio.gather(worker("a", 0.6, 1), worker("b", 0.1, 2), worker("c", 0.3, 3)))
    print(await asyncio.gather(worker("d", 0.1, ValueError("bad")), worker("e", 0.2, 5), return_exceptions=True))
    try:
        await asyncio.gather(worker("f", 0, KeyError("k")), worker("g", 0.1, 1))
    except KeyError as e:
        print("gather raised", repr(e))


async def cancelling():
    async def patient():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError as e:
            print("cancelled with", e.args)
            raise

    task = asyncio.create_task(patient(), name="patient")
    await asyncio.sleep(0)
    print(task.get_name(), task.cancel("enough"), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled(), task.done())
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.1)
    except TimeoutError as e:
        print("timed out", type(e).__name__)
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout block")
    print(await asyncio.wait_for(asyncio.shield(asyncio.sleep(0, "shielded")), 1))


async def grouping():
    try:
        async with asyncio.TaskGroup() as group:
            one = group.create_task(worker("h", 0.1, 1))
            group.create_task(worker("i", 0.2, ValueError("i failed")))
            group.create_task(worker("j", 10, 3))
    except* ValueError as e:
        print(e.exceptions, one.result())


async def queues():
    queue = asyncio.Queue(maxsize=2)
    log = []

    async def producer():
        for i in range(5):
            await queue.put(i)
            log.append(f"put {i}")

    async def consumer(n):
        while True:
            item = await queue.get()
            log.append(f"{n} got {item}")
            await asyncio.sleep(0.01)
            queue.task_done()

    consumers = [asyncio.create_task(consumer(n)) for n in "xy"]
    await producer()
    await queue.join()
    for c in consumers:
        c.cancel()
    print(sorted(log), queue.qsize(), queue.empty())
    lifo = asyncio.PriorityQueue()
    for i in (3, 1, 2):
        lifo.put_nowait(i)
    print([lifo.get_nowait() for _ in range(3)])
    try:
        lifo.get_nowait()
    except asyncio.QueueEmpty as e:
        print(type(e).__name__)


async def synchronising():
    lock, event, order = asyncio.Lock(), asyncio.Event(), []

    async def critical(n):
        async with lock:
            order.append(f"{n} in")
            await asyncio.sleep(0)
            order.append(f"{n} out")

    async def waiting():
        await event.wait()
        order.append("event")

    w = asyncio.create_task(waiting())
    await asyncio.gather(*map(critical, range(3)))
    event.set()
    await w
    print(order)
    semaphore = asyncio.Semaphore(2)
    active = most = 0

    async def limited():
        nonlocal active, most
        async with semaphore:
            active += 1
            most = max(most, active)
            await asyncio.sleep(0.001)
            active -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print("at most", most)
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, 42)
    print(await future, future.done(), future.result())
    print(await loop.run_in_executor(None, sum, [1, 2, 3]), await asyncio.to_thread("x".upper))
    done, pending = await asyncio.wait(
        [asyncio.create_task(asyncio.sleep(d, d)) for d in (0, 5)], return_when=asyncio.FIRST_COMPLETED
    )
    print([t.result() for t in done], len(pending))
    for t in pending:
        t.cancel()
    # Not by sleeping for different times: on a busy machine one task can start later than that difference.
    turns = [asyncio.Event() for _ in range(5)]

    async def in_turn(n):
        await turns[n].wait()
        turns[n + 1].set()
        return n

    turns[1].set()
    for finished in asyncio.as_completed([in_turn(n) for n in (3, 1, 2)]):
        print(await finished, end=" ")
    print()


async def main():
    for part in (gathering, cancelling, grouping, queues, synchronising):
        print("---", part.__name__)
        await part()
    return "finished"


print(asyncio.run(main()))
try:
    asyncio.run(worker("z", 0, ZeroDivisionError("in the end")))
except ZeroDivisionError as e:
    print(e)
