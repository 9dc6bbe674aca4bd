package org.pyvm.modules.sockets;

import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** The functions of {@code _socket} that only reckon: byte orders, packed addresses, sizes of control messages. */
final class ByteOrder {
    private static final int HEADER = 16;
    /** The longest control message whose header can tell its length. */
    private static final int LARGEST = Integer.MAX_VALUE - HEADER - 8;

    private ByteOrder() {}

    @PythonFunction("htons(x, /)")
    static int htons(ThreadState thread, PyObject x) {
        return swap16(thread, "htons", x);
    }

    @PythonFunction("ntohs(x, /)")
    static int ntohs(ThreadState thread, PyObject x) {
        return swap16(thread, "ntohs", x);
    }

    private static int swap16(ThreadState thread, String function, PyObject x) {
        PyInt number = Numbers.index(thread, x);
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C long");
        }
        long value = number.longValue();
        if (value > Integer.MAX_VALUE) {
            throw PyErr.overflowError("signed integer is greater than maximum");
        }
        if (value < Integer.MIN_VALUE) {
            throw PyErr.overflowError("signed integer is less than minimum");
        }
        if (value < 0) {
            throw PyErr.overflowError("%s: can't convert negative Python int to C 16-bit unsigned integer", function);
        }
        if (value > 0xFFFF) {
            throw PyErr.overflowError("%s: Python int too large to convert to C 16-bit unsigned integer", function);
        }
        return Short.toUnsignedInt(Short.reverseBytes((short) value));
    }

    @PythonFunction("htonl(x, /)")
    static long htonl(PyObject x) {
        return swap32(x);
    }

    @PythonFunction("ntohl(x, /)")
    static long ntohl(PyObject x) {
        return swap32(x);
    }

    private static long swap32(PyObject x) {
        if (!(x instanceof PyInt number)) {
            throw PyErr.typeError("expected int, %T found", x);
        }
        if (number.signum() < 0) {
            throw PyErr.overflowError("can't convert negative value to unsigned int");
        }
        if (number.bigValue().bitLength() > 64) {
            throw PyErr.overflowError("Python int too large to convert to C unsigned long");
        }
        if (number.bigValue().bitLength() > 32) {
            throw PyErr.overflowError("int larger than 32 bits");
        }
        return Integer.toUnsignedLong(Integer.reverseBytes((int) number.longValue()));
    }

    @PythonFunction("inet_aton(ip_addr, /)")
    static PyObject inetAton(PyStr text) {
        byte[] packed = InetText.parseLoose4(text.toString());
        if (packed == null) {
            throw PyErr.of(Exceptions.OS_ERROR, "illegal IP address string passed to inet_aton");
        }
        return PyBytes.of(packed);
    }

    @PythonFunction("inet_ntoa(packed_ip, /)")
    static String inetNtoa(byte[] packed) {
        if (packed.length != 4) {
            throw PyErr.of(Exceptions.OS_ERROR, "packed IP wrong length for inet_ntoa");
        }
        return InetText.text4(packed, 0);
    }

    @PythonFunction("inet_pton(address_family, ip_string, /)")
    static PyObject inetPton(ThreadState thread, int family, PyStr text) {
        if (family != Network.AF_INET && family != Network.AF_INET6) {
            throw HostErrors.of(thread, Errno.EAFNOSUPPORT);
        }
        byte[] packed = family == Network.AF_INET ? InetText.parse4(text.toString()) : InetText.parse6(text.toString());
        if (packed == null) {
            throw PyErr.of(Exceptions.OS_ERROR, "illegal IP address string passed to inet_pton");
        }
        return PyBytes.of(packed);
    }

    @PythonFunction("inet_ntop(address_family, packed_ip, /)")
    static String inetNtop(int family, byte[] packed) {
        if (family != Network.AF_INET && family != Network.AF_INET6) {
            throw PyErr.valueError("unknown address family %d", family);
        }
        if (packed.length != (family == Network.AF_INET ? 4 : 16)) {
            throw PyErr.valueError("invalid length of packed IP address string");
        }
        return family == Network.AF_INET ? InetText.text4(packed, 0) : InetText.text6(packed);
    }

    @PythonFunction("CMSG_LEN(length, /)")
    static long cmsgLen(long length) {
        if (length < 0 || length > LARGEST) {
            throw PyErr.overflowError("CMSG_LEN() argument out of range");
        }
        return HEADER + length;
    }

    @PythonFunction("CMSG_SPACE(length, /)")
    static long cmsgSpace(long length) {
        if (length < 0 || length > LARGEST) {
            throw PyErr.overflowError("CMSG_SPACE() argument out of range");
        }
        return HEADER + (length + 7 & -8);
    }
}
