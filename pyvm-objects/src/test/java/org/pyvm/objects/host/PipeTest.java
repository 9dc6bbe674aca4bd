package org.pyvm.objects.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pyvm.objects.host.Failures.assertFails;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipeTest {
    private final Pipe pipe = new Pipe();
    private final OpenFile reader = pipe.reader();
    private final OpenFile writer = pipe.writer();

    @BeforeEach
    void use() {
        reader.retain();
        writer.retain();
    }

    private static int write(OpenFile file, String text) {
        return file.write(text.getBytes(UTF_8), 0, text.length());
    }

    @Test
    void whatGoesInComesOut() {
        write(writer, "abc");
        byte[] buffer = new byte[10];
        assertEquals(2, reader.read(buffer, 0, 2));
        assertEquals(1, reader.read(buffer, 2, 8));
        assertEquals("abc", new String(buffer, 0, 3, UTF_8));
        assertFails(Errno.ESPIPE, () -> reader.seek(0, 0));
        assertFails(Errno.EBADF, () -> write(reader, "x"));
        assertFails(Errno.EBADF, () -> writer.read(buffer, 0, 1));
    }

    @Test
    void itEndsWhenTheWriterCloses() {
        write(writer, "x");
        writer.release();
        assertEquals(1, reader.read(new byte[10], 0, 10));
        assertEquals(0, reader.read(new byte[10], 0, 10));
    }

    @Test
    void itBreaksWhenTheReaderCloses() {
        reader.release();
        assertFails(Errno.EPIPE, () -> write(writer, "x"));
    }

    @Test
    void nonBlockingEndsDoNotWait() {
        reader.setBlocking(false);
        writer.setBlocking(false);
        assertFails(Errno.EAGAIN, () -> reader.read(new byte[1], 0, 1));
        assertEquals(65536, writer.write(new byte[100_000], 0, 100_000));
        assertFails(Errno.EAGAIN, () -> write(writer, "x"));
    }

    @Test
    void aReaderWaitsForTheWriter() throws InterruptedException {
        byte[] sent = new byte[300_000];
        new Random(1).nextBytes(sent);
        Thread thread = new Thread(() -> {
            writer.write(sent, 0, sent.length);
            writer.release();
        });
        thread.start();
        byte[] received = new byte[sent.length];
        int done = 0;
        for (int count; (count = reader.read(received, done, Math.min(7_000, received.length - done))) > 0; ) {
            done += count;
        }
        thread.join();
        assertArrayEquals(sent, received);
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();
        assertFails(Errno.EINTR, () -> reader.read(new byte[1], 0, 1));
    }

    @Test
    void watchersHearOfChanges() {
        AtomicInteger changes = new AtomicInteger();
        assertEquals(0, reader.readiness(changes::incrementAndGet));
        assertEquals(Readiness.WRITE, writer.readiness(null));
        write(writer, "x");
        assertEquals(1, changes.get());
        assertEquals(Readiness.READ, reader.readiness(null));
        writer.release();
        assertEquals(Readiness.READ | Readiness.HANG_UP, reader.readiness(null));
    }
}
