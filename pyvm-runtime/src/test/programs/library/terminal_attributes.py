# termios and ioctl on a pseudo terminal, and the errors for what is none.
import array, fcntl, os, termios, tty


def attempt(action):
    try:
        print(action())
    except (OSError, TypeError, ValueError, OverflowError, termios.error) as error:
        print(type(error).__name__, error)


master, slave = os.openpty()
before = termios.tcgetattr(slave)
print(before)
for wrong in before[:6], tuple(before), before[:6] + [[b"a"]], ["a"] * 7, before[:6] + [["x"] * 32]:
    attempt(lambda: termios.tcsetattr(slave, termios.TCSANOW, wrong))
attempt(lambda: termios.tcsetattr(slave, 9, before))
tty.setraw(slave)
raw = termios.tcgetattr(slave)
print(raw[3] & (termios.ICANON | termios.ECHO), raw[6][termios.VMIN], raw[6][termios.VTIME])
os.write(master, b"no line")
print(os.read(slave, 100))
termios.tcsetattr(slave, termios.TCSANOW, before)
os.write(master, b"line\nrest")
print(os.read(slave, 100), os.read(master, 100))
attempt(lambda: termios.tcflush(slave, termios.TCIFLUSH))
attempt(lambda: termios.tcflush(slave, 10))
attempt(lambda: termios.tcsendbreak(slave, 0))
attempt(lambda: termios.tcsetwinsize(slave, (24, 80)))
attempt(lambda: termios.tcgetwinsize(master))
for wrong in (1,), 5, (-1, 1), ("a", 1):
    attempt(lambda: termios.tcsetwinsize(slave, wrong))
size = array.array("h", [0] * 4)
attempt(lambda: fcntl.ioctl(slave, termios.TIOCGWINSZ, size))
print(size)
for argument in b"\0" * 8, "\0" * 8, b"a" * 1025, 1.5:
    attempt(lambda: fcntl.ioctl(slave, termios.TIOCGWINSZ, argument))
attempt(lambda: fcntl.ioctl(slave, termios.TIOCGWINSZ, size, False))
attempt(lambda: fcntl.ioctl(slave, termios.TCFLSH, termios.TCIOFLUSH))
reader, writer = os.pipe()
os.write(writer, b"abc")
attempt(lambda: fcntl.ioctl(reader, termios.FIONREAD, b"\0" * 4))
attempt(lambda: fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 8192))
attempt(lambda: fcntl.fcntl(reader, fcntl.F_GETPIPE_SZ))
attempt(lambda: fcntl.fcntl(reader, fcntl.F_GETFD, "ab"))
attempt(lambda: fcntl.fcntl(reader, 9999))
for file in reader, 99, "a", -1:
    attempt(lambda: termios.tcgetattr(file))
attempt(lambda: fcntl.ioctl(reader, termios.TIOCGWINSZ, size))
print(os.read(reader, 10), sorted(k for k in vars(termios) if k.isupper()))
