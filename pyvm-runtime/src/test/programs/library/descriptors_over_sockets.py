"""Open files as messages between sockets of this machine, and what else only the operating system's sockets do."""
import array
import os
import socket
import struct
import subprocess
import tempfile
import threading

# A pair in memory becomes one of the operating system's, with what has been sent and shut down before.
left, right = socket.socketpair()
left.sendall(b"before ")
print(right.recv(3, socket.MSG_PEEK))
reader, writer = os.pipe()
socket.send_fds(left, [b"and a pipe"], [writer])
os.close(writer)
print(right.recv(7))
data, fds, flags, address = socket.recv_fds(right, 100, 4)
print(data, len(fds), flags, os.get_inheritable(fds[0]))
os.write(fds[0], b"through the pipe")
os.close(fds[0])
print(os.read(reader, 100), os.read(reader, 100))
os.close(reader)
left.shutdown(socket.SHUT_WR)
print(right.recv(1), right.send(b"back"), left.recv(10))
try:
    left.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [1000]))])
except OSError as e:
    print(e)
left.close()
right.close()

# A program that is started gets one end with what waits there; when it has ended the other one is alone.
left, right = socket.socketpair()
left.sendall(b"waiting")
number = right.fileno()
command = f"head -c 7 <&{number}; echo answer >&{number}"
print(subprocess.run(["sh", "-c", command], pass_fds=[number], stdout=subprocess.PIPE).stdout)
right.close()
print(left.recv(100), left.recv(100))
left.close()

# Who is on the other side; messages that keep their bounds.
left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
pid, uid, gid = struct.unpack("3i", left.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
print(pid == os.getpid(), uid == os.getuid(), gid == os.getgid(), left.type)
left.send(b"one")
left.send(b"two")
print(right.recv(100), right.recvmsg(2))
left.close()
right.close()

# A listening socket by its number, as another process would have it.
server = socket.create_server(("127.0.0.1", 0))
left, right = socket.socketpair()
socket.send_fds(left, [b"s"], [server.fileno()])
number = socket.recv_fds(right, 10, 1)[1][0]
same = socket.socket(fileno=number)
print(same.family, same.type, same.getsockname() == server.getsockname(), same.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
client = socket.create_connection(server.getsockname())
caller, address = same.accept()
print(address == client.getsockname())
client.sendall(b"hello")
print(caller.recv(10))
for each in (left, right, server, same, client, caller):
    each.close()

# Names in a directory and without one.
with tempfile.TemporaryDirectory() as directory:
    os.chdir(directory)
    for name in ("here", b"\0pyvm-%d" % os.getpid()):
        with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
            server.bind(name)
            server.listen()
            print(server.getsockname() == name, os.listdir("."))
            client.settimeout(10)
            client.connect(name)
            caller, address = server.accept()
            print(repr(address), client.getpeername() == name)
            with caller:
                thread = threading.Thread(target=lambda: client.sendall(b"text"))
                thread.start()
                print(caller.recv(10))
                thread.join()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as other:
        one.bind("one")
        other.bind("other")
        print(one.sendto(b"datagram", "other"), other.recvfrom(100))
    try:
        socket.socket(socket.AF_UNIX).bind("x" * 108)
    except OSError as e:
        print(e)
    os.chdir("/")
