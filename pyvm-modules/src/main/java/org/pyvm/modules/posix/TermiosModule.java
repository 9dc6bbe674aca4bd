package org.pyvm.modules.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code termios}, with Linux's numbers: {@code struct termios} as the C library has it. */
@PythonModule("termios")
public final class TermiosModule {
    private static final String NUMBERS =
            "B0 0 B1000000 4104 B110 3 B115200 4098 B1152000 4105 B1200 9 B134 4 B150 5 B1500000 4106 B1800 10 B19200"
                    + " 14 B200 6 B2000000 4107 B230400 4099 B2400 11 B2500000 4108 B300 7 B3000000 4109 B3500000 4110 B38400 15"
                    + " B4000000 4111 B460800 4100 B4800 12 B50 1 B500000 4101 B57600 4097 B576000 4102 B600 8 B75 2 B921600"
                    + " 4103 B9600 13 BRKINT 2 BS0 0 BS1 8192 BSDLY 8192 CBAUD 4111 CBAUDEX 4096 CDSUSP 25 CEOF 4 CEOL 0 CEOT 4"
                    + " CERASE 127 CFLUSH 15 CIBAUD 269418496 CINTR 3 CKILL 21 CLNEXT 22 CLOCAL 2048 CQUIT 28 CR0 0 CR1 512 CR2"
                    + " 1024 CR3 1536 CRDLY 1536 CREAD 128 CRPRNT 18 CRTSCTS 2147483648 CS5 0 CS6 16 CS7 32 CS8 48 CSIZE 48"
                    + " CSTART 17 CSTOP 19 CSTOPB 64 CSUSP 26 CWERASE 23 ECHO 8 ECHOCTL 512 ECHOE 16 ECHOK 32 ECHOKE 2048 ECHONL"
                    + " 64 ECHOPRT 1024 EXTA 14 EXTB 15 FF0 0 FF1 32768 FFDLY 32768 FIOASYNC 21586 FIOCLEX 21585 FIONBIO 21537"
                    + " FIONCLEX 21584 FIONREAD 21531 FLUSHO 4096 HUPCL 1024 ICANON 2 ICRNL 256 IEXTEN 32768 IGNBRK 1 IGNCR 128"
                    + " IGNPAR 4 IMAXBEL 8192 INLCR 64 INPCK 16 IOCSIZE_MASK 1073676288 IOCSIZE_SHIFT 16 ISIG 1 ISTRIP 32 IUCLC"
                    + " 512 IXANY 2048 IXOFF 4096 IXON 1024 NCC 8 NCCS 32 NL0 0 NL1 256 NLDLY 256 NOFLSH 128 N_MOUSE 2 N_PPP 3"
                    + " N_SLIP 1 N_STRIP 4 N_TTY 0 OCRNL 8 OFDEL 128 OFILL 64 OLCUC 2 ONLCR 4 ONLRET 32 ONOCR 16 OPOST 1 PARENB"
                    + " 256 PARMRK 8 PARODD 512 PENDIN 16384 TAB0 0 TAB1 2048 TAB2 4096 TAB3 6144 TABDLY 6144 TCFLSH 21515"
                    + " TCGETA 21509 TCGETS 21505 TCIFLUSH 0 TCIOFF 2 TCIOFLUSH 2 TCION 3 TCOFLUSH 1 TCOOFF 0 TCOON 1 TCSADRAIN"
                    + " 1 TCSAFLUSH 2 TCSANOW 0 TCSBRK 21513 TCSBRKP 21541 TCSETA 21510 TCSETAF 21512 TCSETAW 21511 TCSETS 21506"
                    + " TCSETSF 21508 TCSETSW 21507 TCXONC 21514 TIOCCONS 21533 TIOCEXCL 21516 TIOCGETD 21540 TIOCGICOUNT 21597"
                    + " TIOCGLCKTRMIOS 21590 TIOCGPGRP 21519 TIOCGSERIAL 21534 TIOCGSOFTCAR 21529 TIOCGWINSZ 21523 TIOCINQ 21531"
                    + " TIOCLINUX 21532 TIOCMBIC 21527 TIOCMBIS 21526 TIOCMGET 21525 TIOCMIWAIT 21596 TIOCMSET 21528 TIOCM_CAR"
                    + " 64 TIOCM_CD 64 TIOCM_CTS 32 TIOCM_DSR 256 TIOCM_DTR 2 TIOCM_LE 1 TIOCM_RI 128 TIOCM_RNG 128 TIOCM_RTS 4"
                    + " TIOCM_SR 16 TIOCM_ST 8 TIOCNOTTY 21538 TIOCNXCL 21517 TIOCOUTQ 21521 TIOCPKT 21536 TIOCPKT_DATA 0"
                    + " TIOCPKT_DOSTOP 32 TIOCPKT_FLUSHREAD 1 TIOCPKT_FLUSHWRITE 2 TIOCPKT_NOSTOP 16 TIOCPKT_START 8"
                    + " TIOCPKT_STOP 4 TIOCSCTTY 21518 TIOCSERCONFIG 21587 TIOCSERGETLSR 21593 TIOCSERGETMULTI 21594"
                    + " TIOCSERGSTRUCT 21592 TIOCSERGWILD 21588 TIOCSERSETMULTI 21595 TIOCSERSWILD 21589 TIOCSER_TEMT 1 TIOCSETD"
                    + " 21539 TIOCSLCKTRMIOS 21591 TIOCSPGRP 21520 TIOCSSERIAL 21535 TIOCSSOFTCAR 21530 TIOCSTI 21522 TIOCSWINSZ"
                    + " 21524 TOSTOP 256 VDISCARD 13 VEOF 4 VEOL 11 VEOL2 16 VERASE 2 VINTR 0 VKILL 3 VLNEXT 15 VMIN 6 VQUIT 1"
                    + " VREPRINT 12 VSTART 8 VSTOP 9 VSUSP 10 VSWTC 7 VSWTCH 7 VT0 0 VT1 16384 VTDLY 16384 VTIME 5 VWERASE 14"
                    + " XCASE 4 XTABS 6144";

    private static final int STRUCTURE_SIZE = 60;
    private static final int LOCAL_FLAGS = 3;
    private static final int CANONICAL = 2;
    private static final int CHARACTERS_OFFSET = 17;
    private static final int CHARACTERS = 32;
    private static final int TIME = 5;
    private static final int MINIMUM = 6;
    private static final int ATTRIBUTES = 7;
    private static final long GET_SIZE = 0x5413;
    private static final long SET_SIZE = 0x5414;

    private PyType error;

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        PosixConstants.put(module.dict(), NUMBERS);
        PyDict namespace = new PyDict();
        namespace.put("__module__", PyStr.intern("termios"));
        error = (PyType)
                Calls.call(thread, PyType.TYPE, PyStr.intern("error"), PyTuple.of(Exceptions.EXCEPTION), namespace);
        module.dict().put("error", error);
    }

    /** Calls a function of the C library whose first argument is the operating system's number of a terminal. */
    private void call(ThreadState thread, int fd, String function, Object... more) {
        try {
            Blocking.orFail(thread, () -> {
                OpenFile file = PosixDescriptors.table(thread).get(fd);
                if (!file.isTerminal()) {
                    throw new HostException(Errno.ENOTTY);
                }
                Object[] arguments = new Object[more.length + 1];
                arguments[0] = PosixPaths.files(thread).numberOf(file);
                System.arraycopy(more, 0, arguments, 1, more.length);
                return LibC.of(thread).call(function, arguments);
            });
        } catch (HostException e) {
            throw error(thread, e);
        }
    }

    private PyErr error(ThreadState thread, HostException failure) {
        return new PyErr(
                (PyBaseException) Calls.call(thread, error, PyInt.of(failure.errno()), PyStr.of(failure.strerror())));
    }

    private static int speed(ThreadState thread, String function, byte[] structure) {
        return Blocking.call(thread, () -> LibC.of(thread).call(function, (Object) structure));
    }

    @PythonFunction("tcgetattr(fd, /)")
    PyObject tcgetattr(ThreadState thread, PyObject fd) {
        byte[] structure = new byte[STRUCTURE_SIZE];
        call(thread, PosixDescriptors.fileDescriptor(thread, fd), "tcgetattr", (Object) structure);
        ByteBuffer fields = ByteBuffer.wrap(structure).order(ByteOrder.nativeOrder());
        PyObject[] characters = new PyObject[CHARACTERS];
        for (int i = 0; i < CHARACTERS; i++) {
            characters[i] = PyBytes.of(new byte[] {structure[CHARACTERS_OFFSET + i]});
        }
        if ((fields.getInt(LOCAL_FLAGS * Integer.BYTES) & CANONICAL) == 0) {
            // Then they are no characters.
            for (int i : new int[] {TIME, MINIMUM}) {
                characters[i] = PyInt.of(structure[CHARACTERS_OFFSET + i] & 0xFF);
            }
        }
        PyObject[] attributes = new PyObject[ATTRIBUTES];
        for (int i = 0; i <= LOCAL_FLAGS; i++) {
            attributes[i] = PyInt.of(Integer.toUnsignedLong(fields.getInt(i * Integer.BYTES)));
        }
        attributes[4] = PyInt.of(speed(thread, "cfgetispeed", structure));
        attributes[5] = PyInt.of(speed(thread, "cfgetospeed", structure));
        attributes[6] = PyList.of(characters);
        return PyList.of(attributes);
    }

    @PythonFunction("tcsetattr(fd, when, attributes, /)")
    void tcsetattr(ThreadState thread, PyObject fd, int when, PyObject attributes) {
        int number = PosixDescriptors.fileDescriptor(thread, fd);
        if (!(attributes instanceof PyList list) || list.size() != ATTRIBUTES) {
            throw PyErr.typeError("tcsetattr, arg 3: must be 7 element list");
        }
        PyObject[] given = Sequences.toArray(thread, list);
        byte[] structure = new byte[STRUCTURE_SIZE];
        // What is not among the attributes stays as it is.
        call(thread, number, "tcgetattr", (Object) structure);
        ByteBuffer fields = ByteBuffer.wrap(structure).order(ByteOrder.nativeOrder());
        for (int i = 0; i <= LOCAL_FLAGS; i++) {
            fields.putInt(i * Integer.BYTES, (int)
                    Numbers.index(thread, given[i]).bigValue().longValue());
        }
        int inputSpeed = Convert.toInt(thread, Numbers.index(thread, given[4]));
        int outputSpeed = Convert.toInt(thread, Numbers.index(thread, given[5]));
        if (!(given[6] instanceof PyList characters) || characters.size() != CHARACTERS) {
            throw PyErr.typeError("tcsetattr: attributes[6] must be %d element list", CHARACTERS);
        }
        for (int i = 0; i < CHARACTERS; i++) {
            structure[CHARACTERS_OFFSET + i] = switch (characters.get(i)) {
                case PyBytes bytes when bytes.bytesUnsafe().length == 1 -> bytes.bytesUnsafe()[0];
                case PyInt value -> (byte) value.bigValue().intValue();
                default -> throw PyErr.typeError("tcsetattr: elements of attributes must be characters or integers");
            };
        }
        setSpeed(thread, "cfsetispeed", structure, inputSpeed);
        setSpeed(thread, "cfsetospeed", structure, outputSpeed);
        call(thread, number, "tcsetattr", when, structure);
    }

    private void setSpeed(ThreadState thread, String function, byte[] structure, int speed) {
        try {
            Blocking.orFail(thread, () -> LibC.of(thread).call(function, structure, speed));
        } catch (HostException e) {
            throw error(thread, e);
        }
    }

    @PythonFunction("tcsendbreak(fd, duration, /)")
    void tcsendbreak(ThreadState thread, PyObject fd, int duration) {
        call(thread, PosixDescriptors.fileDescriptor(thread, fd), "tcsendbreak", duration);
    }

    @PythonFunction("tcdrain(fd, /)")
    void tcdrain(ThreadState thread, PyObject fd) {
        call(thread, PosixDescriptors.fileDescriptor(thread, fd), "tcdrain");
    }

    @PythonFunction("tcflush(fd, queue, /)")
    void tcflush(ThreadState thread, PyObject fd, int queue) {
        call(thread, PosixDescriptors.fileDescriptor(thread, fd), "tcflush", queue);
    }

    @PythonFunction("tcflow(fd, action, /)")
    void tcflow(ThreadState thread, PyObject fd, int action) {
        call(thread, PosixDescriptors.fileDescriptor(thread, fd), "tcflow", action);
    }

    @PythonFunction("tcgetwinsize(fd, /)")
    PyObject tcgetwinsize(ThreadState thread, PyObject fd) {
        byte[] size = new byte[4 * Short.BYTES];
        call(thread, PosixDescriptors.fileDescriptor(thread, fd), "ioctl", GET_SIZE, size);
        ByteBuffer fields = ByteBuffer.wrap(size).order(ByteOrder.nativeOrder());
        return PyTuple.of(
                PyInt.of(Short.toUnsignedInt(fields.getShort(0))),
                PyInt.of(Short.toUnsignedInt(fields.getShort(Short.BYTES))));
    }

    @PythonFunction("tcsetwinsize(fd, winsize, /)")
    void tcsetwinsize(ThreadState thread, PyObject fd, PyObject winsize) {
        int number = PosixDescriptors.fileDescriptor(thread, fd);
        PyObject[] pair = Sequences.isSequence(winsize) ? Sequences.toArray(thread, winsize) : new PyObject[0];
        if (pair.length != 2) {
            throw PyErr.typeError("tcsetwinsize, arg 2: must be a two-item sequence");
        }
        byte[] size = new byte[4 * Short.BYTES];
        // The size in pixels stays.
        call(thread, number, "ioctl", GET_SIZE, size);
        ByteBuffer fields = ByteBuffer.wrap(size).order(ByteOrder.nativeOrder());
        for (int i = 0; i < 2; i++) {
            long value = Convert.toLong(thread, Numbers.index(thread, pair[i]));
            if (value < 0 || value > 0xFFFF) {
                throw PyErr.overflowError("winsize value(s) out of range.");
            }
            fields.putShort(i * Short.BYTES, (short) value);
        }
        call(thread, number, "ioctl", SET_SIZE, size);
    }
}
