# epoll: levels, one shot, errors, and asyncio on it.
import select, os, socket, selectors, asyncio, time
print(selectors.DefaultSelector.__name__)
a,b=socket.socketpair()
ep=select.epoll()
ep.register(a, select.EPOLLIN|select.EPOLLOUT); print([e for _,e in ep.poll(1)])
ep.modify(a, select.EPOLLIN); t=time.time(); print(ep.poll(0.05), time.time()-t>=.049)
b.send(b'x'); print(ep.poll(1)==[(a.fileno(),1)])
for f in (lambda: ep.register(a), lambda: ep.unregister(b), lambda: ep.register(ep), lambda: ep.poll(1,0), lambda: ep.modify(999,1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
r,w=os.pipe(); ep.register(r,select.EPOLLIN|select.EPOLLONESHOT); os.write(w,b'1'); print(len(ep.poll(1)), len(ep.poll(0)))
ep.unregister(a); a.close(); ep.close(); print(ep.closed)
try: ep.poll()
except ValueError as e: print(e)
async def main():
    async def h(rd,wr):
        wr.write((await rd.read(5)).upper()); await wr.drain(); wr.close()
    s=await asyncio.start_server(h,'127.0.0.1',0)
    rd,wr=await asyncio.open_connection(*s.sockets[0].getsockname()[:2]); wr.write(b'hello'); print(await rd.read()); s.close()
asyncio.run(main())
shrinking=[]
class Shrinks:
    def fileno(self):
        del shrinking[-1]
        return w
shrinking[:]=[Shrinks()]*10
print([len(part) for part in select.select([], shrinking, [])], [len(part) for part in select.select((), (w, w), iter([]))])
