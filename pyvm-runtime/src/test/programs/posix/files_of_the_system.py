# Event counters, memory files and pseudo terminals: files that only calls of the system open.
import errno
import os
import select
import uuid

counter = os.eventfd(3)
os.eventfd_write(counter, 4)
print(os.eventfd_read(counter))
os.set_blocking(counter, False)
try:
    os.eventfd_read(counter)
except BlockingIOError as error:
    print(errno.errorcode[error.errno])
print(select.select([counter], [], [], 0)[0])
os.eventfd_write(counter, 1)
print(select.select([counter], [], [], 5)[0] == [counter], os.get_inheritable(counter))
os.close(counter)

memory = os.memfd_create("x", os.MFD_CLOEXEC)
print(os.write(memory, b"hello"), os.lseek(memory, 1, os.SEEK_SET), os.read(memory, 9), os.fstat(memory).st_size)
os.close(memory)

master, slave = os.openpty()
print(os.isatty(master), os.isatty(slave), os.ttyname(slave).startswith("/dev/"))
os.write(slave, b"hi\n")
print(os.read(master, 10))
os.write(master, b"typed\n")
print(os.read(slave, 10))
os.close(master)
os.close(slave)

reader, writer = os.pipe()
for call in (os.ttyname, os.tcgetpgrp):
    try:
        call(reader)
    except OSError as error:
        print(errno.errorcode[error.errno])
print(uuid.uuid1().version, uuid.uuid1() != uuid.uuid1(), uuid.uuid1().is_safe is not uuid.SafeUUID.unknown)
