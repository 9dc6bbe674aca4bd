import select
import socket


def tcp_pair():
    with socket.create_server(('localhost', 0)) as server:
        client = socket.create_connection(server.getsockname())
        return client, server.accept()[0]


def receive(sock, count, flags=0):
    """Once there is so much."""
    while len(sock.recv(count, flags | socket.MSG_PEEK)) < count:
        pass
    return sock.recv(count, flags)


for sender, receiver in tcp_pair(), socket.socketpair():
    sender.sendall(b'hello')
    print(receive(receiver, 5, socket.MSG_PEEK), receiver.recv(3, socket.MSG_PEEK), receiver.recv(2))
    print(select.select([receiver], [], [], 0)[0] == [receiver], receiver.recv(10, socket.MSG_PEEK))
    sender.sendall(b'more')
    print(receive(receiver, 7), select.select([receiver], [], [], 0)[0])
    receiver.setblocking(False)
    try:
        receiver.recv(5, socket.MSG_PEEK)
    except BlockingIOError as e:
        print(e)
    receiver.setblocking(True)
    if sender.family == socket.AF_INET:
        print(receiver.getsockopt(socket.SOL_SOCKET, socket.SO_OOBINLINE))
        receiver.setsockopt(socket.SOL_SOCKET, socket.SO_OOBINLINE, 1)
        print(receiver.getsockopt(socket.SOL_SOCKET, socket.SO_OOBINLINE))
        # A read ends before an urgent byte.
        print(sender.send(b'urgent', socket.MSG_OOB), receive(receiver, 5), receive(receiver, 1))
        try:
            receiver.recv(1, socket.MSG_OOB)
        except OSError as e:
            print(e)
        for option, value in ('TCP_KEEPIDLE', 50), ('TCP_KEEPINTVL', 5), ('TCP_KEEPCNT', 3), ('TCP_NODELAY', 1):
            sender.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)
            print(option, sender.getsockopt(socket.IPPROTO_TCP, getattr(socket, option)))
    print([receiver.getsockopt(socket.SOL_SOCKET, o) for o in (socket.SO_DOMAIN, socket.SO_PROTOCOL, socket.SO_ACCEPTCONN)])
    sender.close()
    print(receiver.recv(5, socket.MSG_PEEK), receiver.recv(5))
    receiver.close()

with socket.socket(type=socket.SOCK_DGRAM) as to, socket.socket(type=socket.SOCK_DGRAM) as sender:
    to.bind(('localhost', 0))
    sender.sendto(b'a datagram', to.getsockname())
    print(to.recvfrom(4, socket.MSG_PEEK)[0], to.recv(100, socket.MSG_PEEK))
    print(select.select([to], [], [], 0)[0] == [to], to.recv(4), select.select([to], [], [], 0)[0])
