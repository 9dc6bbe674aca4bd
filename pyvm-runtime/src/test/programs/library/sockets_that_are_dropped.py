import gc
import socket
import threading
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    sock = socket.socket()
    sock = None
    gc.collect()
print([(w.category.__name__, str(w.message)[:25]) for w in caught])


def answer(server):
    with server.accept()[0] as conn:
        print(conn.recv(10))
        # The client has dropped its socket, which ends the connection.
        print(conn.recv(10))


def ask(address):
    sock = socket.create_connection(address)
    sock.sendall(b'question')
    return [sock.makefile('rb')]


with socket.create_server(('localhost', 0)) as server:
    thread = threading.Thread(target=answer, args=(server,))
    thread.start()
    ask(server.getsockname())
    thread.join()
