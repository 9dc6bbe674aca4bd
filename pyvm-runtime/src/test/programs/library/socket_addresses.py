import socket



def t(f, *a, **k):
    try:
        print(f.__name__, a, '->', f(*a, **k))
    except BaseException as e:
        print(f.__name__, a, '->', type(e).__mro__[0], e)
for f in (socket.htons, socket.ntohs, socket.htonl, socket.ntohl):
    for v in (-1, 1, 65535, 65536, 2 ** 32, 2 ** 40, 2 ** 70, 'a', 1.5):
        t(f, v)
for v in ('127.1', '0x7f.1', '1.2.3.4', '1.2.3', '256.1.1.1', '', '1.2.3.4 x', '01.2.3.4', '4294967295', '4294967296', '::1'):
    t(socket.inet_aton, v)
    t(socket.inet_pton, 2, v)
for v in ('::', '::1', '1::2', 'fe80::1:2:3:4', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4', '1::2::3', '12345::', '1:2:3:4:5:6:7::', '1.2.3.4', '::1%lo', ':1', '1:'):
    t(socket.inet_pton, 10, v)
    try:
        print(socket.inet_ntop(10, socket.inet_pton(10, v)))
    except Exception:
        pass
t(socket.inet_pton, 3, '1')
t(socket.inet_ntop, 3, b'1')
t(socket.inet_ntop, 2, b'1')
t(socket.inet_ntoa, b'1234')
t(socket.inet_ntoa, b'12')
for b in (b'\x00' * 12 + b'\x01\x02\x03\x04', b'\x00' * 10 + b'\xff\xff\x01\x02\x03\x04', b'\x00' * 15 + b'\x01', b'\x00\x01' * 8, b'\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x01\x00\x01\x00\x01'):
    t(socket.inet_ntop, 10, b)
