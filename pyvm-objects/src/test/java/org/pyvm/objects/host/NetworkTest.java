package org.pyvm.objects.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pyvm.objects.host.Failures.assertFails;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class NetworkTest {
    private static final Endpoint LOOPBACK = new Endpoint.Inet("127.0.0.1", 0, 0);

    private final Network network = SystemHost.withStreams(
                    InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream())
            .network();

    private OpenSocket open(int family, int type) {
        OpenSocket socket = network.open(family, type);
        socket.retain();
        return socket;
    }

    private OpenSocket listening() {
        OpenSocket server = open(Network.AF_INET, Network.SOCK_STREAM);
        server.setOption(SocketOptions.SOL_SOCKET, SocketOptions.SO_REUSEADDR, 1);
        server.bind(LOOPBACK);
        server.listen(5);
        return server;
    }

    private static void send(OpenFile file, String text) {
        assertEquals(text.length(), file.write(text.getBytes(UTF_8), 0, text.length()));
    }

    private static String receive(OpenFile file) {
        byte[] buffer = new byte[100];
        return new String(buffer, 0, file.read(buffer, 0, 100), UTF_8);
    }

    private static void talk(OpenSocket one, OpenSocket other) {
        send(one, "ping");
        assertEquals("ping", receive(other));
        send(other, "pong");
        assertEquals("pong", receive(one));
        one.shutdown(1);
        assertEquals("", receive(other));
        one.setBlocking(false);
        assertFails(Errno.EAGAIN, () -> receive(one));
        other.release();
        one.setBlocking(true);
        assertEquals("", receive(one));
        one.release();
    }

    @Test
    void streamsCarryBothWays() {
        OpenSocket server = listening();
        OpenSocket client = open(Network.AF_INET, Network.SOCK_STREAM);
        client.connect(server.localAddress());
        OpenSocket accepted = server.accept();
        accepted.retain();
        assertEquals(client.localAddress(), accepted.peerAddress());
        assertEquals(server.localAddress(), client.peerAddress());
        client.setOption(SocketOptions.IPPROTO_TCP, SocketOptions.TCP_NODELAY, 1);
        assertEquals(1, client.option(SocketOptions.IPPROTO_TCP, SocketOptions.TCP_NODELAY));
        talk(client, accepted);
        server.release();
    }

    @Test
    void unixSocketsHaveAPath(@TempDir Path directory) {
        Endpoint name = new Endpoint.Unix(directory.resolve("s").toString());
        OpenSocket server = open(Network.AF_UNIX, Network.SOCK_STREAM);
        server.bind(name);
        server.listen(1);
        OpenSocket client = open(Network.AF_UNIX, Network.SOCK_STREAM);
        client.connect(name);
        OpenSocket accepted = server.accept();
        accepted.retain();
        assertEquals(name, server.localAddress());
        talk(client, accepted);
        server.release();
    }

    @Test
    void pairsInMemoryNeedNoNetwork() {
        MemorySocket[] pair = MemorySocket.pair();
        pair[0].retain();
        pair[1].retain();
        talk(pair[0], pair[1]);
    }

    @Test
    void datagramsTellTheirSender() {
        OpenSocket one = open(Network.AF_INET, Network.SOCK_DGRAM);
        OpenSocket other = open(Network.AF_INET, Network.SOCK_DGRAM);
        one.bind(LOOPBACK);
        other.bind(LOOPBACK);
        assertEquals(5, one.send("hello".getBytes(UTF_8), 0, 5, other.localAddress()));
        byte[] buffer = new byte[3];
        assertEquals(new OpenSocket.Received(3, one.localAddress()), other.receive(buffer, 0, 3));
        assertEquals("hel", new String(buffer, UTF_8));
        one.release();
        other.release();
    }

    @Test
    void aRefusedConnectionIsAnError() throws InterruptedException {
        OpenSocket server = listening();
        Endpoint nobody = server.localAddress();
        server.release();
        assertFails(
                Errno.ECONNREFUSED,
                () -> open(Network.AF_INET, Network.SOCK_STREAM).connect(nobody));
        OpenSocket later = open(Network.AF_INET, Network.SOCK_STREAM);
        later.setBlocking(false);
        assertFails(Errno.EINPROGRESS, () -> later.connect(nobody));
        try (Poll poll = new Poll()) {
            poll.set(later, Readiness.WRITE);
            assertTrue((poll.await(5_000_000_000L).get(later) & Readiness.WRITE) != 0);
        }
        assertEquals(Errno.ECONNREFUSED.number(), later.option(SocketOptions.SOL_SOCKET, SocketOptions.SO_ERROR));
        assertEquals(0, later.option(SocketOptions.SOL_SOCKET, SocketOptions.SO_ERROR));
    }

    @Test
    void socketsFailAsOnLinux() {
        OpenSocket server = listening();
        OpenSocket socket = open(Network.AF_INET, Network.SOCK_STREAM);
        assertFails(Errno.EADDRINUSE, () -> socket.bind(server.localAddress()));
        assertFails(Errno.ENOTCONN, () -> receive(socket));
        assertFails(Errno.ENOTCONN, socket::peerAddress);
        assertFails(Errno.EINVAL, socket::accept);
        assertFails(Errno.ENOPROTOOPT, () -> socket.option(SocketOptions.SOL_SOCKET, 999));
        assertFails(Errno.EAFNOSUPPORT, () -> open(99, Network.SOCK_STREAM));
        server.setBlocking(false);
        assertFails(Errno.EAGAIN, server::accept);
        assertEquals(new Endpoint.Inet("0.0.0.0", 0, 0), socket.localAddress());
    }

    @Test
    void onePollWatchesSocketsAndPipes() throws InterruptedException {
        OpenSocket server = listening();
        Pipe pipe = new Pipe();
        pipe.reader().retain();
        pipe.writer().retain();
        try (Poll poll = new Poll()) {
            poll.set(server, Readiness.READ);
            poll.set(pipe.reader(), Readiness.READ);
            assertEquals(Map.of(), poll.await(0));
            assertEquals(Map.of(), poll.await(1_000_000));
            Thread later = new Thread(() -> send(pipe.writer(), "x"));
            later.start();
            assertEquals(Map.of(pipe.reader(), Readiness.READ), Map.copyOf(poll.await(5_000_000_000L)));
            poll.remove(pipe.reader());
            OpenSocket client = open(Network.AF_INET, Network.SOCK_STREAM);
            client.connect(server.localAddress());
            assertEquals(Map.of(server, Readiness.READ), Map.copyOf(poll.await(-1)));
            poll.remove(server);
            poll.set(server, Readiness.READ);
            assertEquals(Map.of(server, Readiness.READ), Map.copyOf(poll.await(-1)));
            server.release();
            poll.set(pipe.reader(), Readiness.READ);
            assertEquals(Map.of(pipe.reader(), Readiness.READ), Map.copyOf(poll.await(-1)));
            client.release();
        }
    }

    @Test
    void anInterruptEndsAPoll() {
        try (Poll poll = new Poll()) {
            poll.set(new Pipe().reader(), Readiness.READ);
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> poll.await(-1));
        }
    }

    @Test
    void addressesAreWrittenAsTheCLibraryDoes() {
        assertEquals(List.of("127.0.0.1"), network.resolve("127.0.0.1"));
        assertEquals(List.of("::1"), network.resolve("::1"));
        assertEquals(List.of("2001:db8::1:0:0:1"), network.resolve("2001:db8:0:0:1:0:0:1"));
        assertEquals(List.of("::"), network.resolve("0:0::"));
        assertEquals(List.of("fe80:0:1::"), network.resolve("fe80:0:1::"));
        assertEquals(List.of(), network.resolve("name.invalid"));
    }
}
