package org.pyvm.objects.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pyvm.objects.host.Failures.assertFails;
import static org.pyvm.objects.host.OpenFlags.APPEND;
import static org.pyvm.objects.host.OpenFlags.CREATE;
import static org.pyvm.objects.host.OpenFlags.DIRECTORY;
import static org.pyvm.objects.host.OpenFlags.EXCLUSIVE;
import static org.pyvm.objects.host.OpenFlags.NO_FOLLOW;
import static org.pyvm.objects.host.OpenFlags.READ_ONLY;
import static org.pyvm.objects.host.OpenFlags.READ_WRITE;
import static org.pyvm.objects.host.OpenFlags.TRUNCATE;
import static org.pyvm.objects.host.OpenFlags.WRITE_ONLY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pyvm.objects.host.internal.Kernel;
import org.pyvm.objects.host.internal.SystemFileSystem;

@EnabledOnOs(OS.LINUX)
class SystemFileSystemTest {
    @TempDir
    private Path directory;

    private final SystemFileSystem files = new SystemFileSystem(new Kernel(() -> "/"));

    @BeforeEach
    void startInTheDirectory() {
        files.changeDirectory(directory.toString());
    }

    private OpenFile open(String path, int flags) {
        OpenFile file = files.open(path, flags, 0644);
        file.retain();
        return file;
    }

    private void write(String path, String content) {
        OpenFile file = open(path, WRITE_ONLY | CREATE | TRUNCATE);
        write(file, content);
        file.release();
    }

    private static void write(OpenFile file, String content) {
        byte[] bytes = content.getBytes(UTF_8);
        assertEquals(bytes.length, file.write(bytes, 0, bytes.length));
    }

    private static String read(OpenFile file) {
        byte[] buffer = new byte[100];
        return new String(buffer, 0, file.read(buffer, 0, 100), UTF_8);
    }

    private String content(String path) {
        OpenFile file = open(path, READ_ONLY);
        String content = read(file);
        file.release();
        return content;
    }

    @Test
    void readsWhatWasWritten() {
        OpenFile file = open("a", READ_WRITE | CREATE);
        write(file, "hello");
        assertEquals("", read(file));
        assertEquals(1, file.seek(1, 0));
        assertEquals("ello", read(file));
        assertEquals(3, file.seek(-2, 2));
        write(file, "LO!");
        assertEquals(6, file.seek(0, 1));
        byte[] two = new byte[2];
        assertEquals(2, file.read(2, two, 0, 2));
        assertEquals("lL", new String(two, UTF_8));
        assertEquals(6, file.seek(0, 1));
        assertFails(Errno.EINVAL, () -> file.seek(-1, 0));
    }

    @Test
    void writingBehindTheEndFillsWithZeros() {
        OpenFile file = open("a", READ_WRITE | CREATE);
        file.seek(3, 0);
        write(file, "x");
        assertEquals("\0\0\0x", content("a"));
        file.truncate(2);
        assertEquals("\0\0", content("a"));
        file.truncate(3);
        assertEquals(3, file.status().size());
    }

    @Test
    void appendsAlwaysAtTheEnd() {
        write("a", "one");
        for (int access : List.of(WRITE_ONLY, READ_WRITE)) {
            OpenFile file = open("a", access | APPEND);
            file.seek(0, 0);
            write(file, "+");
            file.release();
        }
        assertEquals("one++", content("a"));
        open("a", WRITE_ONLY | APPEND | TRUNCATE).release();
        assertEquals("", content("a"));
    }

    @Test
    void opensOnlyAsAskedFor() {
        write("a", "x");
        assertFails(Errno.EEXIST, () -> open("a", WRITE_ONLY | CREATE | EXCLUSIVE));
        assertFails(Errno.ENOENT, () -> open("b", READ_WRITE));
        assertFails(Errno.ENOENT, () -> open("b/c", WRITE_ONLY | CREATE));
        assertFails(Errno.ENOTDIR, () -> open("a/c", WRITE_ONLY | CREATE));
        assertFails(Errno.ENOTDIR, () -> open("a/", READ_ONLY));
        assertFails(Errno.ENOTDIR, () -> open("a", READ_ONLY | DIRECTORY));
        assertFails(Errno.EISDIR, () -> open(".", READ_WRITE));
        assertFails(Errno.ENOENT, () -> open("", READ_ONLY));
        OpenFile readOnly = open("a", READ_ONLY);
        assertFails(Errno.EBADF, () -> write(readOnly, "y"));
        OpenFile writeOnly = open("a", WRITE_ONLY);
        assertFails(Errno.EBADF, () -> read(writeOnly));
        open("new", READ_ONLY | CREATE).release();
        assertEquals("", content("new"));
    }

    @Test
    void failuresCarryThePathAsGiven() {
        assertEquals(
                "nowhere/x",
                assertFails(Errno.ENOENT, () -> open("nowhere/x", READ_ONLY)).path());
        HostException failure = assertFails(Errno.ENOENT, () -> files.rename("from", "to"));
        assertEquals("[Errno 2] No such file or directory: 'from' -> 'to'", failure.getMessage());
    }

    @Test
    void aDirectoryIsOpenedButNotRead() {
        OpenFile file = open(".", READ_ONLY);
        assertTrue(file.status().is(FileStatus.DIRECTORY));
        assertFails(Errno.EISDIR, () -> read(file));
    }

    @Test
    void statusTellsWhatLinuxTells() throws IOException {
        write("a", "12345");
        files.changeMode("a", 04751, true);
        files.setTimes("a", 1_000_000_001L, 2_000_000_002L, true);
        files.link("a", "b", true);
        FileStatus status = files.status("a", true);
        assertEquals(FileStatus.REGULAR | 04751, status.mode());
        assertEquals(5, status.size());
        assertEquals(2, status.links());
        assertEquals(1_000_000_001L, status.accessNanos());
        assertEquals(2_000_000_002L, status.modifyNanos());
        assertEquals(Files.getAttribute(directory.resolve("b"), "unix:ino"), status.inode());
        assertFails(Errno.ENOTDIR, () -> files.status("a/", true));
        assertFails(Errno.ENOTDIR, () -> files.status("a/x", true));
        assertFails(Errno.ENOENT, () -> files.status("x/a", true));
    }

    @Test
    void anOpenFileOutlivesItsName() {
        write("a", "old");
        OpenFile file = open("a", READ_WRITE);
        files.remove("a");
        write("a", "a new one");
        file.seek(0, 2);
        write(file, "er");
        assertEquals(5, file.status().size());
        assertEquals(0, file.status().links());
        assertNotEquals(files.status("a", true).inode(), file.status().inode());
    }

    @Test
    void linksAreFollowedOnRequest() {
        write("a", "x");
        files.symbolicLink("a", "link");
        assertEquals("a", files.readLink("link"));
        assertTrue(files.status("link", false).is(FileStatus.SYMBOLIC_LINK));
        assertTrue(files.status("link", true).is(FileStatus.REGULAR));
        assertFails(Errno.ELOOP, () -> open("link", READ_ONLY | NO_FOLLOW));
        assertFails(Errno.EINVAL, () -> files.readLink("a"));
        files.remove("a");
        assertFails(Errno.ENOENT, () -> files.status("link", true));
        files.symbolicLink("loop", "loop");
        assertFails(Errno.ELOOP, () -> files.status("loop", true));
    }

    @Test
    void directoriesAreMadeListedAndRemoved() {
        files.makeDirectory("d", 0700);
        assertEquals(FileStatus.DIRECTORY | 0700, files.status("d", true).mode());
        assertFails(Errno.EEXIST, () -> files.makeDirectory("d", 0777));
        write("d/x", "");
        assertEquals(List.of("x"), files.list("d"));
        assertFails(Errno.ENOTEMPTY, () -> files.removeDirectory("d"));
        assertFails(Errno.EISDIR, () -> files.remove("d"));
        assertFails(Errno.ENOTDIR, () -> files.removeDirectory("d/x"));
        assertFails(Errno.ENOTDIR, () -> files.list("d/x"));
        assertFails(Errno.ENOENT, () -> files.list("nowhere"));
        files.remove("d/x");
        files.removeDirectory("d");
        assertEquals(List.of(), files.list("."));
    }

    @Test
    void renamingReplaces() {
        write("a", "a");
        write("b", "b");
        files.rename("a", "b");
        assertEquals("a", content("b"));
        files.makeDirectory("d", 0777);
        assertFails(Errno.EISDIR, () -> files.rename("b", "d"));
        assertFails(Errno.ENOTDIR, () -> files.rename("d", "b"));
    }

    @Test
    void theCurrentDirectoryIsTheHosts() {
        files.makeDirectory("d", 0777);
        files.changeDirectory("d");
        assertTrue(files.currentDirectory().endsWith("/d"));
        write("x", "");
        assertEquals(List.of("x"), files.list("."));
        files.changeDirectory("..");
        assertFails(Errno.ENOENT, () -> files.changeDirectory("x"));
        assertFails(Errno.ENOTDIR, () -> files.changeDirectory("d/x"));
    }

    @Test
    void theUmaskHoldsForNewFiles() {
        int before = files.setUmask(027);
        try {
            files.makeDirectory("d", 0777);
            files.open("f", WRITE_ONLY | CREATE, 0666);
            assertEquals(0750, files.status("d", true).mode() & 0777);
            assertEquals(0640, files.status("f", true).mode() & 0777);
        } finally {
            assertEquals(027, files.setUmask(before));
        }
    }

    @Test
    void accessAsksForEachRight() {
        write("a", "");
        assertTrue(files.mayAccess("a", 6));
        assertFalse(files.mayAccess("a", 1));
        assertFalse(files.mayAccess("b", 0));
    }

    @Test
    void fifosAreMade() {
        files.makeFifo("f", 0600);
        assertTrue(files.status("f", true).is(FileStatus.FIFO));
        assertFails(Errno.EEXIST, () -> files.makeFifo("f", 0600));
    }

    @Test
    void thePositionInANullDeviceIsAlwaysItsStart() {
        OpenFile device = open("/dev/null", READ_WRITE);
        write(device, "gone");
        assertEquals("", read(device));
        assertFalse(device.isTerminal());
        assertEquals(0, device.seek(5, 0));
        assertEquals(0, device.seek(0, 1));
        assertFails(Errno.ENOSPC, () -> write(open("/dev/full", WRITE_ONLY), "x"));
    }

    @Test
    void anInterruptedThreadGoesOnReading() {
        write("a", "content");
        OpenFile file = open("a", READ_ONLY);
        file.seek(3, 0);
        Thread.currentThread().interrupt();
        assertEquals("tent", read(file));
        assertEquals("", read(file));
    }

    @Test
    void theFileSystemTellsItsSize() {
        FileSystem.Space space = files.space(".");
        assertTrue(space.blocks() >= space.free() && space.free() >= 0);
        assertFalse(space.readOnly());
    }
}
