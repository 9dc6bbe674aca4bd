package org.pyvm.objects.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pyvm.objects.host.Failures.assertFails;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class MountedFilesTest {
    private static final String ROOT = "/pyvm/lib";
    private static final LocalDateTime TIME = LocalDateTime.of(2024, 2, 29, 12, 34, 56);

    private final FileSystem files;

    MountedFilesTest() throws IOException {
        Host denying = new DenyingHost(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        files = MountedFiles.mount(denying, ROOT, new ZipTree(archive())).files();
    }

    /** One file packed, one as it is, one directory of its own. */
    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "json/decoder.py", "x = 1\n".repeat(1000), ZipEntry.DEFLATED);
            add(zip, "this.py", "s", ZipEntry.STORED);
            zip.putNextEntry(new ZipEntry("empty/"));
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content, int method) throws IOException {
        byte[] bytes = content.getBytes(UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    private byte[] content(String path) {
        OpenFile file = files.open(path, OpenFlags.READ_ONLY, 0);
        byte[] buffer = new byte[10_000];
        return java.util.Arrays.copyOf(buffer, file.read(buffer, 0, buffer.length));
    }

    @Test
    void filesAreRead() {
        assertEquals("x = 1\n".repeat(1000), new String(content(ROOT + "/json/decoder.py"), UTF_8));
        assertEquals("s", new String(content(ROOT + "/json/..//./this.py"), UTF_8));
        assertEquals("s", new String(content("pyvm/lib/this.py"), UTF_8));
        OpenFile file = files.open(ROOT + "/json/decoder.py", OpenFlags.READ_ONLY, 0);
        assertEquals(5998, file.seek(-2, 2));
        assertEquals(2, file.read(new byte[9], 0, 9));
        assertEquals(6000, file.status().size());
    }

    @Test
    void statusAndListsAreThoseOfTheTree() {
        FileStatus status = files.status(ROOT + "/json/decoder.py", true);
        assertTrue(status.is(FileStatus.REGULAR));
        assertEquals(TIME.toEpochSecond(ZoneOffset.UTC) * 1_000_000_000, status.modifyNanos());
        assertTrue(files.status(ROOT, true).is(FileStatus.DIRECTORY));
        assertTrue(files.status(ROOT + "/json/", true).is(FileStatus.DIRECTORY));
        assertEquals(List.of("json", "this.py", "empty"), files.list(ROOT));
        assertEquals(List.of("decoder.py"), files.list(ROOT + "/json"));
        assertEquals(List.of(), files.list(ROOT + "/empty/"));
        assertTrue(files.mayAccess(ROOT + "/this.py", 4));
        assertFalse(files.mayAccess(ROOT + "/this.py", 2));
    }

    @Test
    void whatIsNotThereFailsAsOnADisk() {
        assertFails(Errno.ENOENT, () -> files.status(ROOT + "/nowhere", true));
        assertFails(Errno.ENOTDIR, () -> files.status(ROOT + "/this.py/x", true));
        assertFails(Errno.ENOTDIR, () -> files.status(ROOT + "/this.py/", true));
        assertFails(Errno.ENOTDIR, () -> files.list(ROOT + "/this.py"));
        assertFails(Errno.EINVAL, () -> files.readLink(ROOT + "/this.py"));
    }

    @Test
    void theTreeCannotBeChanged() {
        assertFails(Errno.EROFS, () -> files.open(ROOT + "/this.py", OpenFlags.READ_WRITE, 0));
        assertFails(Errno.EROFS, () -> files.open(ROOT + "/new", OpenFlags.WRITE_ONLY | OpenFlags.CREATE, 0666));
        assertFails(Errno.EISDIR, () -> files.open(ROOT, OpenFlags.READ_WRITE, 0));
        assertFails(Errno.EROFS, () -> files.remove(ROOT + "/this.py"));
        assertFails(Errno.EROFS, () -> files.makeDirectory(ROOT + "/__pycache__", 0777));
        assertFails(Errno.EEXIST, () -> files.makeDirectory(ROOT + "/json", 0777));
        assertFails(Errno.EROFS, () -> files.rename(ROOT + "/this.py", "/tmp/x"));
    }

    @Test
    void outsideTheInnerFileSystemDecides() {
        assertFails(Errno.EACCES, () -> files.status("/pyvm/library", true));
        assertFails(Errno.EACCES, () -> files.status(ROOT + "/../x", true));
        assertFails(Errno.EACCES, () -> files.open("/etc/passwd", OpenFlags.READ_ONLY, 0));
    }

    @Test
    void otherBytesAreNoArchive() {
        assertThrows(IllegalArgumentException.class, () -> new ZipTree(new byte[100]));
    }
}
