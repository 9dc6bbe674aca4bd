package org.pyvm.objects.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pyvm.objects.host.Failures.assertFails;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SystemHostTest {
    private static final int SIGTERM = 15;
    private static final int SIGWINCH = 28;

    private final Host host = SystemHost.withStreams(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());

    private int spawn(List<String> command, Map<String, String> environment, OpenFile input, OpenFile output) {
        input.retain();
        output.retain();
        Launch launch = new Launch(
                command.getFirst(), command, environment, "/", Map.of(0, input, 1, output), Launch.Attributes.NONE);
        try {
            return host.processes().spawn(launch);
        } finally {
            input.release();
            output.release();
        }
    }

    private static void assertEnded(int pid, int status, Processes.Ended ended) {
        assertEquals(pid, ended.pid());
        assertEquals(status, ended.status());
    }

    private static String readAll(OpenFile file) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[1000];
        for (int count; (count = file.read(buffer, 0, buffer.length)) > 0; ) {
            text.append(new String(buffer, 0, count, UTF_8));
        }
        return text.toString();
    }

    @Test
    void clocksGoForward() throws InterruptedException {
        Clock clock = host.clock();
        long before = clock.monotonic();
        clock.sleep(2_000_000);
        assertTrue(clock.monotonic() - before >= 2_000_000);
        assertTrue(clock.time() > 1_700_000_000_000_000_000L);
        assertTrue(clock.processTime() > 0);
        assertTrue(clock.threadTime() > 0);
    }

    @Test
    void chanceDiffers() {
        byte[] one = new byte[16];
        byte[] two = new byte[16];
        host.entropy().fill(one);
        host.entropy().fill(two);
        assertFalse(Arrays.equals(one, two));
    }

    @Test
    void theEnvironmentCanBeChanged() {
        Environment environment = host.environment();
        assertEquals(System.getenv("PATH"), environment.get("PATH"));
        environment.set("PYVM_TEST", "1");
        assertEquals("1", environment.variables().get("PYVM_TEST"));
        environment.unset("PYVM_TEST");
        assertNull(environment.get("PYVM_TEST"));
    }

    @Test
    void childrenReadAndWritePipes() throws InterruptedException {
        Pipe input = new Pipe();
        Pipe output = new Pipe();
        input.writer().retain();
        output.reader().retain();
        int pid = spawn(
                List.of("/bin/sh", "-c", "cat; echo $X; pwd; exit 3"),
                Map.of("X", "y"),
                input.reader(),
                output.writer());
        input.writer().write("text\n".getBytes(UTF_8), 0, 5);
        input.writer().release();
        assertEquals("text\ny\n/\n", readAll(output.reader()));
        assertEnded(pid, 3 << 8, host.processes().await(pid, 0));
        assertFails(Errno.ECHILD, () -> host.processes().await(pid, 0));
    }

    @Test
    void childrenAreKilled() throws InterruptedException {
        Processes processes = host.processes();
        int pid = spawn(
                List.of("/bin/sleep", "100"),
                null,
                new Pipe().reader(),
                StreamFile.of(OutputStream.nullOutputStream()));
        assertNull(processes.await(-1, Processes.NO_HANG));
        processes.kill(pid, 0);
        processes.kill(pid, SIGTERM);
        assertEnded(pid, SIGTERM, processes.await(-1, 0));
        assertFails(Errno.ECHILD, () -> processes.await(-1, 0));
        assertFails(Errno.ESRCH, () -> processes.kill(pid, 0));
    }

    @Test
    void aMissingProgramIsAnError() {
        assertFails(
                Errno.ENOENT, () -> spawn(List.of("/nowhere/program"), null, new Pipe().reader(), new Pipe().writer()));
    }

    @Test
    void signalsAreHandled() throws InterruptedException {
        Signals signals = host.signals();
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        IntConsumer action = seen::add;
        assertEquals(Signals.DEFAULT, signals.handle(SIGWINCH, action));
        signals.raise(SIGWINCH);
        assertEquals(SIGWINCH, seen.poll(5, TimeUnit.SECONDS));
        host.processes().kill(host.processes().pid(), SIGWINCH);
        assertEquals(SIGWINCH, seen.poll(5, TimeUnit.SECONDS));
        signals.alarm(SIGWINCH, 1_000_000, 0);
        assertEquals(SIGWINCH, seen.poll(5, TimeUnit.SECONDS));
        assertEquals(action, signals.handle(SIGWINCH, Signals.DEFAULT));
        assertFails(Errno.EINVAL, () -> signals.handle(9, action));
        assertFails(Errno.EINVAL, () -> signals.handle(0, action));
    }

    @Test
    void threadsHaveTheStackTheyAskFor() throws InterruptedException {
        List<Integer> depths = new ArrayList<>();
        for (long size : new long[] {1 << 20, 64 << 20}) {
            host.threads().start("deep", size, () -> depths.add(dig(0))).join();
        }
        assertTrue(depths.get(1) > 4 * depths.get(0), depths.toString());
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int dig(int depth) {
        try {
            return dig(depth + 1);
        } catch (StackOverflowError e) {
            return depth;
        }
    }

    @Test
    void linuxTellsItsName() {
        assertEquals("Linux", host.machine().name().sysname());
        assertTrue(host.machine().processors() > 0);
        assertEquals(3, host.machine().loadAverage().length);
    }

    @Test
    void numbersAndWordsOfErrorsAreLinuxs() {
        assertEquals("No such file or directory", Errno.of(2).message());
        assertEquals(Errno.EPIPE, Errno.ofMessage("Broken pipe"));
        assertNull(Errno.of(9999));
        assertEquals("[Errno 9999] Unknown error 9999", new HostException(9999, null, null).getMessage());
        assertArrayEquals(new Errno[] {null, null}, new Errno[] {Errno.of(-1), Errno.of(0)});
    }
}
