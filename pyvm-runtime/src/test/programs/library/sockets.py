import _socket
import errno
import os
import select
import socket
import tempfile
import threading



def t(f, *a, **k):
    try:
        print(f.__name__, a, '->', f(*a, **k))
    except BaseException as e:
        print(f.__name__, a, '->', type(e).__mro__[0], e)
a, b = socket.socketpair()
a.sendall(b'hello')
print(b.recv(3), b.recv(10))
b.settimeout(0.05)
t(b.recv, 1)
b.setblocking(False)
t(b.recv, 1)
a.close()
print(b.recv(1))
b.close()
l = socket.create_server(('127.0.0.1', 0))
port = l.getsockname()[1]



def server():
    c, addr = l.accept()
    with c:
        f = c.makefile('rwb')
        for line in f:
            f.write(line.upper())
            f.flush()
        f.close()
th = threading.Thread(target=server)
th.start()
c = socket.create_connection(('127.0.0.1', port), timeout=5)
with c, c.makefile('rw') as f:
    f.write('one\ntwo\n')
    f.flush()
    print(f.readline(), f.readline())
    print(c.getpeername()[0], c.family, c.type, c.gettimeout(), select.select([c], [c], [], 0)[1] == [c])
    c.shutdown(socket.SHUT_WR)
    print(c.recv(5))
th.join()
l.close()
try:
    socket.create_connection(('127.0.0.1', port), timeout=2)
except ConnectionRefusedError as e:
    print(e)
u1 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u1.bind(('127.0.0.1', 0))
u2 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u2.sendto(b'dgram', u1.getsockname())
d, fr = u1.recvfrom(100)
print(d, fr[0])
u2.connect(u1.getsockname())
u2.send(b'x' * 10)
buf = bytearray(4)
print(u1.recv_into(buf), buf)
with tempfile.TemporaryDirectory() as d:
    p = d + '/s'
    us = socket.socket(socket.AF_UNIX)
    us.bind(p)
    print(os.path.exists(p))
    us.listen()
    uc = socket.socket(socket.AF_UNIX)
    uc.connect(p)
    k, ad = us.accept()
    print(repr(ad), us.getsockname() == p, uc.getpeername() == p)
    uc.sendall(b'q')
    print(k.recv(1))
    [x.close() for x in (us, uc, k)]
s = socket.socket()
s.setblocking(False)
print(s.connect_ex(('127.0.0.1', port)) in (errno.EINPROGRESS, errno.ECONNREFUSED))
select.select([], [s], [], 1)
print(s.getsockopt(1, 4) in (111, 0))
s.close()
n = socket.socket(fileno=os.dup(u1.fileno()))
print(n.family, n.type, n.proto)
n.close()
print('[closed]' in repr(n))
