package org.pyvm.modules.sockets;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Endpoint;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Addresses as Python code writes them: a pair, a tuple of up to four, a path; and host names. */
final class SocketAddresses {
    private static final PyStr ENCODE = PyStr.intern("encode");
    private static final PyStr IDNA = PyStr.intern("idna");
    private static final int LONGEST_PATH = 107;

    private SocketAddresses() {}

    /** The address that a function got. @param function for the texts of errors */
    static Endpoint parse(ThreadState thread, int family, PyObject address, String function) {
        return switch (family) {
            case Network.AF_UNIX -> unix(thread, address);
            case Network.AF_INET -> inet(thread, address, function);
            case Network.AF_INET6 -> inet6(thread, address, function);
            default -> throw PyErr.of(Exceptions.OS_ERROR, "%s(): bad family", function);
        };
    }

    private static Endpoint unix(ThreadState thread, PyObject address) {
        String path = address instanceof PyStr text
                ? FileSystemPaths.toHost(text)
                : FileSystemPaths.toHost(Convert.toByteArray(thread, address));
        // Names of Linux that are no paths begin with a zero and need none at their end.
        int longest = path.startsWith("\0") ? LONGEST_PATH + 1 : LONGEST_PATH;
        if (FileSystemPaths.toBytes(path).length > longest) {
            throw PyErr.of(Exceptions.OS_ERROR, "AF_UNIX path too long");
        }
        return new Endpoint.Unix(path);
    }

    private static Endpoint inet(ThreadState thread, PyObject address, String function) {
        if (!(address instanceof PyTuple tuple)) {
            throw PyErr.typeError("%s(): AF_INET address must be tuple, not %T", function, address);
        }
        if (tuple.size() != 2) {
            throw PyErr.typeError("AF_INET address must be a pair (host, port)");
        }
        String name = hostName(thread, tuple.get(0));
        int port = port(Convert.toInt(thread, tuple.get(1)), function);
        return new Endpoint.Inet(lookUp(thread, name, Network.AF_INET), port, 0);
    }

    private static Endpoint inet6(ThreadState thread, PyObject address, String function) {
        if (!(address instanceof PyTuple tuple)) {
            throw PyErr.typeError("%s(): AF_INET6 address must be tuple, not %T", function, address);
        }
        if (tuple.size() < 2 || tuple.size() > 4) {
            throw PyErr.typeError("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
        }
        String name = hostName(thread, tuple.get(0));
        int port = port(Convert.toInt(thread, tuple.get(1)), function);
        long flow = tuple.size() > 2 ? Convert.toLong(thread, tuple.get(2)) : 0;
        int scope = tuple.size() > 3 ? (int) Convert.toLong(thread, tuple.get(3)) : 0;
        if (flow < 0 || flow > 0xFFFFF) {
            throw PyErr.overflowError("%s(): flowinfo must be 0-1048575.", function);
        }
        int percent = name.indexOf('%');
        if (percent >= 0) {
            String zone = name.substring(percent + 1);
            scope = zone.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Integer.parseInt(zone)
                    : SocketState.network(thread).interfaces().entrySet().stream()
                            .filter(entry -> entry.getValue().equals(zone))
                            .mapToInt(java.util.Map.Entry::getKey)
                            .findFirst()
                            .orElse(0);
            name = name.substring(0, percent);
        }
        return new Endpoint.Inet(lookUp(thread, name, Network.AF_INET6), port, scope);
    }

    private static int port(int port, String function) {
        if (port < 0 || port > 0xFFFF) {
            throw PyErr.overflowError("%s(): port must be 0-65535.", function);
        }
        return port;
    }

    /** A host's name as text: {@code str} goes through IDNA unless it is ASCII, bytes are taken as they are. */
    static String hostName(ThreadState thread, PyObject name) {
        String text;
        if (name instanceof PyBytes bytes) {
            text = new String(bytes.bytesUnsafe(), StandardCharsets.ISO_8859_1);
        } else if (name instanceof PyByteArray) {
            text = new String(Convert.toByteArray(thread, name), StandardCharsets.ISO_8859_1);
        } else if (name instanceof PyStr str) {
            text = str.isAscii() ? str.toString() : encoded(thread, str);
        } else {
            throw PyErr.typeError("str, bytes or bytearray expected, not %T", name);
        }
        if (text.indexOf('\0') >= 0) {
            throw PyErr.typeError("host name must not contain null character");
        }
        return text;
    }

    private static String encoded(ThreadState thread, PyStr name) {
        PyObject bytes;
        try {
            bytes = Calls.call(thread, Attributes.get(thread, name, ENCODE), IDNA);
        } catch (PyErr e) {
            if (e.value().type().isSubtypeOf(Exceptions.UNICODE_ERROR)) {
                throw PyErr.typeError("encoding of hostname failed");
            }
            throw e;
        }
        return new String(Convert.toByteArray(thread, bytes), StandardCharsets.ISO_8859_1);
    }

    /** The numbers of a host, which may be named by them, by nothing for "any", or by name. */
    static String lookUp(ThreadState thread, String name, int family) {
        if (name.isEmpty()) {
            return family == Network.AF_INET6 ? "::" : "0.0.0.0";
        }
        if (name.equals("255.255.255.255") || name.equals("<broadcast>")) {
            if (family == Network.AF_INET6) {
                throw PyErr.of(Exceptions.OS_ERROR, "address family mismatched");
            }
            return "255.255.255.255";
        }
        String numbers = numbers(name);
        if (numbers != null) {
            boolean six = numbers.indexOf(':') >= 0;
            if (six != (family == Network.AF_INET6)) {
                throw SocketState.gaiError(thread, AddressFailure.ADDRESS_FAMILY);
            }
            return numbers;
        }
        for (String found : NameLookup.resolve(thread, name)) {
            if (found.indexOf(':') >= 0 == (family == Network.AF_INET6)) {
                return found;
            }
        }
        throw SocketState.gaiError(thread, AddressFailure.NO_NAME);
    }

    /** The address if the name is one already, in its usual form; or null. */
    static String numbers(String name) {
        byte[] four = InetText.parseLoose4(name);
        if (four != null && name.indexOf(' ') < 0) {
            return InetText.text4(four, 0);
        }
        byte[] six = InetText.parse6(name);
        return six == null ? null : InetText.text6(six);
    }

    /** The address as Python code sees it. */
    static PyObject toPython(Endpoint endpoint, int family) {
        return switch (endpoint) {
            case null -> Singletons.NONE;
            case Endpoint.Unix unix ->
                unix.path().startsWith("\0") ? PyBytes.of(FileSystemPaths.toBytes(unix.path())) : PyStr.of(unix.path());
            case Endpoint.Inet inet -> toPython(inet.host(), inet.port(), inet.scope(), family);
        };
    }

    static PyObject toPython(String host, int port, int scope, int family) {
        if (family != Network.AF_INET6) {
            return PyTuple.of(PyStr.of(host), PyInt.of(port));
        }
        // Java knows a caller by IPv4 on a socket of IPv6 under its shorter name.
        String six = host.indexOf(':') >= 0 ? host : "::ffff:" + host;
        return PyTuple.of(PyStr.of(six), PyInt.of(port), PyInt.of(0), PyInt.of(scope));
    }

    /** The addresses of one family, or of both for 0. */
    static List<String> ofFamily(List<String> addresses, int family) {
        return addresses.stream()
                .filter(address -> family == 0 || address.indexOf(':') >= 0 == (family == Network.AF_INET6))
                .toList();
    }
}
