package org.pyvm.modules.sockets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The functions of {@code _socket} that translate names to addresses, services to ports, and back. */
final class NameLookup {
    private static final int AI_PASSIVE = 1;
    private static final int AI_CANONNAME = 2;
    private static final int AI_NUMERICHOST = 4;
    private static final int AI_NUMERICSERV = 1024;
    private static final int NI_NUMERICHOST = 1;
    private static final int NI_NUMERICSERV = 2;
    private static final int NI_NAMEREQD = 8;
    private static final int NI_DGRAM = 16;

    private static final int SOCK_RAW = 3;
    private static final int TCP = 6;
    private static final int UDP = 17;

    /** The kinds of sockets that {@code getaddrinfo} offers, and for which protocol. */
    private static final int[][] KINDS = {{Network.SOCK_STREAM, TCP}, {Network.SOCK_DGRAM, UDP}, {SOCK_RAW, 0}};

    private NameLookup() {}

    /** All addresses of a name; none is an error. */
    static List<String> resolve(ThreadState thread, String name) {
        List<String> found =
                Blocking.call(thread, () -> SocketState.network(thread).resolve(name));
        if (found.isEmpty()) {
            throw SocketState.gaiError(thread, AddressFailure.NO_NAME);
        }
        return found;
    }

    @PythonFunction("getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)")
    static PyObject getaddrinfo(
            ThreadState thread, PyObject host, PyObject port, int family, int type, int proto, int flags) {
        String name = null;
        if (host instanceof PyStr || host instanceof PyBytes) {
            name = SocketAddresses.hostName(thread, host);
        } else if (host != Singletons.NONE) {
            throw PyErr.typeError("getaddrinfo() argument 1 must be string or None");
        }
        String service = service(thread, port);
        if (name == null && service == null) {
            throw SocketState.gaiError(thread, AddressFailure.NO_NAME);
        }
        if (family != 0 && family != Network.AF_INET && family != Network.AF_INET6) {
            throw SocketState.gaiError(thread, AddressFailure.FAMILY);
        }
        List<int[]> kinds = kinds(thread, service, type, proto, flags);
        PyList result = new PyList();
        String canonical = (flags & AI_CANONNAME) != 0 && name != null ? name : "";
        for (String address : addresses(thread, name, family, flags)) {
            int itsFamily = address.indexOf(':') >= 0 ? Network.AF_INET6 : Network.AF_INET;
            for (int[] kind : kinds) {
                result.append(PyTuple.of(
                        PyInt.of(itsFamily),
                        PyInt.of(kind[0]),
                        PyInt.of(kind[1]),
                        PyStr.of(canonical),
                        SocketAddresses.toPython(address, kind[2], 0, itsFamily)));
                // Only the first answer tells it.
                canonical = "";
            }
        }
        return result;
    }

    private static String service(ThreadState thread, PyObject port) {
        return switch (port) {
            case PyInt number -> Integer.toString((int) Convert.toLong(thread, number));
            case PyStr text -> text.toString();
            case PyBytes bytes -> new String(bytes.bytesUnsafe(), StandardCharsets.ISO_8859_1);
            default -> {
                if (port != Singletons.NONE) {
                    throw PyErr.of(Exceptions.OS_ERROR, "Int or String expected");
                }
                yield null;
            }
        };
    }

    /** Types, protocols and ports that fit what is asked for. */
    private static List<int[]> kinds(ThreadState thread, String service, int type, int proto, int flags) {
        boolean numeric = service != null && isNumber(service);
        List<int[]> kinds = new ArrayList<>();
        boolean typeKnown = false;
        for (int[] kind : KINDS) {
            boolean raw = kind[0] == SOCK_RAW;
            if (type != 0 && type != kind[0] || proto != 0 && !raw && proto != kind[1]) {
                continue;
            }
            if (raw && type == 0 && (proto == TCP || proto == UDP)) {
                continue;
            }
            typeKnown = true;
            if (service == null) {
                kinds.add(new int[] {kind[0], raw ? proto : kind[1], 0});
            } else if (numeric && !(raw && type == SOCK_RAW)) {
                kinds.add(new int[] {kind[0], raw ? proto : kind[1], (int) Long.parseLong(service) & 0xFFFF});
            } else if (!raw && (flags & AI_NUMERICSERV) == 0) {
                NameDatabase.Entry entry = NameDatabase.service(thread, service, kind[1] == TCP ? "tcp" : "udp");
                if (entry != null) {
                    kinds.add(new int[] {kind[0], kind[1], entry.number()});
                }
            }
        }
        if (!typeKnown) {
            throw SocketState.gaiError(thread, AddressFailure.SOCKET_TYPE);
        }
        if (kinds.isEmpty()) {
            boolean mustBeNumber = (flags & AI_NUMERICSERV) != 0;
            throw SocketState.gaiError(thread, mustBeNumber ? AddressFailure.NO_NAME : AddressFailure.SERVICE);
        }
        return kinds;
    }

    private static boolean isNumber(String service) {
        int from = service.startsWith("-") ? 1 : 0;
        return service.length() > from
                && service.length() < 18
                && service.substring(from).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> addresses(ThreadState thread, String name, int family, int flags) {
        if (name == null) {
            List<String> own = (flags & AI_PASSIVE) != 0 ? List.of("0.0.0.0", "::") : List.of("::1", "127.0.0.1");
            return SocketAddresses.ofFamily(own, family);
        }
        String bare = name.indexOf('%') >= 0 ? name.substring(0, name.indexOf('%')) : name;
        String numbers = SocketAddresses.numbers(bare);
        if (numbers != null) {
            List<String> own = SocketAddresses.ofFamily(List.of(numbers), family);
            if (own.isEmpty()) {
                throw SocketState.gaiError(thread, AddressFailure.ADDRESS_FAMILY);
            }
            return own;
        }
        if ((flags & AI_NUMERICHOST) != 0 || name.isEmpty()) {
            throw SocketState.gaiError(thread, AddressFailure.NO_NAME);
        }
        List<String> found = SocketAddresses.ofFamily(resolve(thread, name), family);
        if (found.isEmpty()) {
            throw SocketState.gaiError(thread, AddressFailure.ADDRESS_FAMILY);
        }
        return found;
    }

    @PythonFunction("getnameinfo(sockaddr, flags, /)")
    static PyObject getnameinfo(ThreadState thread, PyObject address, int flags) {
        if (!(address instanceof PyTuple tuple)) {
            throw PyErr.typeError("getnameinfo() argument 1 must be a tuple");
        }
        if (tuple.size() < 2 || tuple.size() > 4 || !(tuple.get(0) instanceof PyStr)) {
            throw PyErr.typeError("getnameinfo(): illegal sockaddr argument");
        }
        int port = Convert.toInt(thread, tuple.get(1)) & 0xFFFF;
        long flow = tuple.size() > 2 ? Convert.toLong(thread, tuple.get(2)) : 0;
        if (flow < 0 || flow > 0xFFFFF) {
            throw PyErr.overflowError("getnameinfo(): flowinfo must be 0-1048575.");
        }
        String host = SocketAddresses.hostName(thread, tuple.get(0));
        String numbers = SocketAddresses.numbers(host);
        if (numbers == null) {
            throw SocketState.gaiError(thread, AddressFailure.NO_NAME);
        }
        if (tuple.size() > 2 && numbers.indexOf(':') < 0) {
            throw PyErr.of(Exceptions.OS_ERROR, "IPv4 sockaddr must be 2 tuple");
        }
        String name = (flags & NI_NUMERICHOST) != 0 ? null : nameOf(thread, numbers);
        if (name == null && (flags & NI_NAMEREQD) != 0) {
            throw SocketState.gaiError(thread, AddressFailure.NO_NAME);
        }
        NameDatabase.Entry service = (flags & NI_NUMERICSERV) != 0
                ? null
                : NameDatabase.service(thread, port, (flags & NI_DGRAM) != 0 ? "udp" : "tcp");
        return PyTuple.of(
                PyStr.of(name == null ? numbers : name),
                PyStr.of(service == null ? Integer.toString(port) : service.name()));
    }

    private static String nameOf(ThreadState thread, String numbers) {
        return Blocking.call(thread, () -> SocketState.network(thread).nameOf(numbers));
    }

    @PythonFunction("gethostname()")
    static String gethostname(ThreadState thread) {
        return Blocking.call(thread, () -> SocketState.network(thread).hostName());
    }

    /** Nobody but the administrator may, and no host does it for a program. */
    @PythonFunction("sethostname(name, /)")
    static void sethostname(ThreadState thread, PyObject name) {
        SocketAddresses.hostName(thread, name);
        throw HostErrors.of(thread, Errno.EPERM);
    }

    @PythonFunction("gethostbyname(hostname, /)")
    static String gethostbyname(ThreadState thread, PyObject name) {
        return SocketAddresses.lookUp(thread, SocketAddresses.hostName(thread, name), Network.AF_INET);
    }

    @PythonFunction("gethostbyname_ex(hostname, /)")
    static PyObject gethostbynameEx(ThreadState thread, PyObject host) {
        String name = SocketAddresses.hostName(thread, host);
        String numbers = SocketAddresses.numbers(name);
        List<String> all = numbers == null ? resolve(thread, name) : List.of(numbers);
        return answer(name, SocketAddresses.ofFamily(all, Network.AF_INET));
    }

    @PythonFunction("gethostbyaddr(hostname, /)")
    static PyObject gethostbyaddr(ThreadState thread, PyObject host) {
        String given = SocketAddresses.hostName(thread, host);
        String numbers = SocketAddresses.numbers(given);
        String address = numbers == null ? resolve(thread, given).getFirst() : numbers;
        String name = nameOf(thread, address);
        if (name == null) {
            throw SocketState.unknownHost(thread);
        }
        return answer(name, List.of(address));
    }

    private static PyObject answer(String name, List<String> addresses) {
        PyList list = new PyList();
        addresses.forEach(address -> list.append(PyStr.of(address)));
        return PyTuple.of(PyStr.of(name), new PyList(), list);
    }

    @PythonFunction("getservbyname(servicename, protocolname=<unrepresentable>, /)")
    static int getservbyname(ThreadState thread, PyStr name, PyStr protocol) {
        NameDatabase.Entry entry =
                NameDatabase.service(thread, name.toString(), protocol == null ? null : protocol.toString());
        if (entry == null) {
            throw PyErr.of(Exceptions.OS_ERROR, "service/proto not found");
        }
        return entry.number();
    }

    @PythonFunction("getservbyport(port, protocolname=<unrepresentable>, /)")
    static String getservbyport(ThreadState thread, int port, PyStr protocol) {
        if (port < 0 || port > 0xFFFF) {
            throw PyErr.overflowError("getservbyport: port must be 0-65535.");
        }
        NameDatabase.Entry entry = NameDatabase.service(thread, port, protocol == null ? null : protocol.toString());
        if (entry == null) {
            throw PyErr.of(Exceptions.OS_ERROR, "port/proto not found");
        }
        return entry.name();
    }

    @PythonFunction("getprotobyname(protocolname, /)")
    static int getprotobyname(ThreadState thread, PyStr name) {
        NameDatabase.Entry entry = NameDatabase.protocol(thread, name.toString());
        if (entry == null) {
            throw PyErr.of(Exceptions.OS_ERROR, "protocol not found");
        }
        return entry.number();
    }

    private static Map<Integer, String> interfaces(ThreadState thread) {
        return new LinkedHashMap<>(
                Blocking.call(thread, () -> SocketState.network(thread).interfaces()));
    }

    @PythonFunction("if_nameindex()")
    static PyObject nameIndex(ThreadState thread) {
        PyList list = new PyList();
        interfaces(thread).forEach((index, name) -> list.append(PyTuple.of(PyInt.of(index), PyStr.of(name))));
        return list;
    }

    @PythonFunction("if_nametoindex(if_name, /)")
    static int nameToIndex(ThreadState thread, PyObject name) {
        String wanted = SocketAddresses.hostName(thread, name);
        for (Map.Entry<Integer, String> entry : interfaces(thread).entrySet()) {
            if (entry.getValue().equals(wanted)) {
                return entry.getKey();
            }
        }
        throw PyErr.of(Exceptions.OS_ERROR, "no interface with this name");
    }

    @PythonFunction("if_indextoname(if_index, /)")
    static String indexToName(ThreadState thread, int index) {
        String name = interfaces(thread).get(index);
        if (name == null) {
            throw HostErrors.of(thread, Errno.ENXIO);
        }
        return name;
    }
}
