package org.pyvm.modules.posix;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code termios}. The host cannot change how a terminal behaves, so only its size can be had. */
@PythonModule("termios")
public final class TermiosModule {
    private static final String NUMBERS = "TCSANOW 0 TCSADRAIN 1 TCSAFLUSH 2 TCIFLUSH 0 TCOFLUSH 1 TCIOFLUSH 2 TCOOFF 0"
            + " TCOON 1 TCIOFF 2 TCION 3 IGNBRK 1 BRKINT 2 IGNPAR 4 PARMRK 8 INPCK 16 ISTRIP 32 INLCR 64 IGNCR 128"
            + " ICRNL 256 IUCLC 512 IXON 1024 IXANY 2048 IXOFF 4096 IMAXBEL 8192 OPOST 1 OLCUC 2 ONLCR 4 OCRNL 8"
            + " ONOCR 16 ONLRET 32 CSIZE 48 CS5 0 CS6 16 CS7 32 CS8 48 CSTOPB 64 CREAD 128 PARENB 256 PARODD 512"
            + " HUPCL 1024 CLOCAL 2048 ISIG 1 ICANON 2 ECHO 8 ECHOE 16 ECHOK 32 ECHONL 64 NOFLSH 128 TOSTOP 256"
            + " IEXTEN 32768 VINTR 0 VQUIT 1 VERASE 2 VKILL 3 VEOF 4 VTIME 5 VMIN 6 VSTART 8 VSTOP 9 VSUSP 10 VEOL 11"
            + " NCCS 32 B0 0 B9600 13 B19200 14 B38400 15 B115200 4098 TIOCGWINSZ 21523 TIOCSWINSZ 21524 FIONREAD 21531"
            + " TIOCGPGRP 21519 TIOCSPGRP 21520 TIOCSTI 21522";

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

    private PyErr error(ThreadState thread, HostException failure) {
        return new PyErr(
                (PyBaseException) Calls.call(thread, error, PyInt.of(failure.errno()), PyStr.of(failure.strerror())));
    }

    private OpenFile terminal(ThreadState thread, PyObject fd) {
        int number = PosixDescriptors.fileDescriptor(thread, fd);
        try {
            OpenFile file = PosixDescriptors.table(thread).get(number);
            if (!file.isTerminal()) {
                throw new HostException(Errno.ENOTTY);
            }
            return file;
        } catch (HostException e) {
            throw error(thread, e);
        }
    }

    private PyErr unable(ThreadState thread, PyObject fd) {
        terminal(thread, fd);
        return error(thread, new HostException(Errno.ENOSYS));
    }

    @PythonFunction("tcgetattr(fd, /)")
    PyObject tcgetattr(ThreadState thread, PyObject fd) {
        throw unable(thread, fd);
    }

    @PythonFunction("tcsetattr(fd, when, attributes, /)")
    PyObject tcsetattr(ThreadState thread, PyObject fd, int when, PyObject attributes) {
        throw unable(thread, fd);
    }

    @PythonFunction("tcsendbreak(fd, duration, /)")
    PyObject tcsendbreak(ThreadState thread, PyObject fd, int duration) {
        throw unable(thread, fd);
    }

    @PythonFunction("tcdrain(fd, /)")
    void tcdrain(ThreadState thread, PyObject fd) {
        terminal(thread, fd);
    }

    @PythonFunction("tcflush(fd, queue, /)")
    PyObject tcflush(ThreadState thread, PyObject fd, int queue) {
        throw unable(thread, fd);
    }

    @PythonFunction("tcflow(fd, action, /)")
    PyObject tcflow(ThreadState thread, PyObject fd, int action) {
        throw unable(thread, fd);
    }

    @PythonFunction("tcgetwinsize(fd, /)")
    PyObject tcgetwinsize(ThreadState thread, PyObject fd) {
        OpenFile file = terminal(thread, fd);
        try {
            int[] size = file.terminalSize();
            return PyTuple.of(PyInt.of(size[1]), PyInt.of(size[0]));
        } catch (HostException e) {
            throw error(thread, e);
        }
    }

    @PythonFunction("tcsetwinsize(fd, winsize, /)")
    PyObject tcsetwinsize(ThreadState thread, PyObject fd, PyObject size) {
        throw unable(thread, fd);
    }
}
