package org.pyvm.objects.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The files of a zip archive that is held in memory, e.g. of one that lies inside a jar. A file is unpacked when it is read.
 * Immutable.
 */
public final class ZipTree implements ReadOnlyTree {
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int CENTRAL_SIGNATURE = 0x02014B50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int DEFLATED = 8;

    /** Where a file lies in the archive. */
    private record Packed(int offset, int packedSize, int size, boolean deflated, long modifiedNanos) {}

    private final ByteBuffer archive;
    private final Map<String, Packed> files = new HashMap<>();
    private final Map<String, List<String>> directories = new HashMap<>();

    /**
     * Reads the archive's directory.
     *
     * @param bytes not to be changed afterwards
     * @throws IllegalArgumentException when they are no zip archive, or one over 2 GB
     */
    public ZipTree(byte[] bytes) {
        archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = findEnd();
        int count = Short.toUnsignedInt(archive.getShort(end + 10));
        int at = archive.getInt(end + 16);
        directories.put("", new ArrayList<>());
        for (int i = 0; i < count; i++) {
            if (archive.getInt(at) != CENTRAL_SIGNATURE) {
                throw new IllegalArgumentException("broken zip archive");
            }
            at = addEntry(at);
        }
    }

    private int findEnd() {
        for (int at = archive.limit() - END_LENGTH; at >= 0; at--) {
            if (archive.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new IllegalArgumentException("not a zip archive");
    }

    /** Returns where the next entry starts. */
    private int addEntry(int at) {
        int nameLength = Short.toUnsignedInt(archive.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(archive.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(archive.getShort(at + 32));
        String name = new String(archive.array(), at + CENTRAL_LENGTH, nameLength, StandardCharsets.UTF_8);
        if (name.endsWith("/")) {
            addDirectory(name.substring(0, name.length() - 1));
        } else {
            addName(name);
            files.put(
                    name,
                    new Packed(
                            archive.getInt(at + 42),
                            archive.getInt(at + 20),
                            archive.getInt(at + 24),
                            archive.getShort(at + 10) == DEFLATED,
                            time(archive.getShort(at + 14), archive.getShort(at + 12))));
        }
        return at + CENTRAL_LENGTH + nameLength + extraLength + commentLength;
    }

    /** A zip file says local time and not where; two seconds are its finest. */
    private static long time(short date, short time) {
        try {
            return LocalDateTime.of(
                                    1980 + (date >> 9 & 0x7F),
                                    date >> 5 & 0xF,
                                    date & 0x1F,
                                    time >> 11 & 0x1F,
                                    time >> 5 & 0x3F,
                                    2 * (time & 0x1F))
                            .toEpochSecond(ZoneOffset.UTC)
                    * 1_000_000_000;
        } catch (DateTimeException e) {
            return 0;
        }
    }

    private void addDirectory(String path) {
        if (directories.putIfAbsent(path, new ArrayList<>()) == null) {
            addName(path);
        }
    }

    /** Archives need not list the directories that their files are in. */
    private void addName(String path) {
        int slash = path.lastIndexOf('/');
        String parent = slash < 0 ? "" : path.substring(0, slash);
        if (slash >= 0) {
            addDirectory(parent);
        }
        directories.get(parent).add(path.substring(slash + 1));
    }

    @Override
    public Entry find(String path) {
        Packed file = files.get(path);
        if (file != null) {
            return new Entry(false, file.size, file.modifiedNanos);
        }
        return directories.containsKey(path) ? new Entry(true, 0, 0) : null;
    }

    @Override
    public List<String> list(String path) {
        return List.copyOf(directories.get(path));
    }

    @Override
    public byte[] read(String path) {
        Packed file = files.get(path);
        int extra = Short.toUnsignedInt(archive.getShort(file.offset + 26))
                + Short.toUnsignedInt(archive.getShort(file.offset + 28));
        int start = file.offset + LOCAL_LENGTH + extra;
        byte[] content = new byte[file.size];
        if (!file.deflated) {
            archive.get(start, content);
            return content;
        }
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(archive.array(), start, file.packedSize);
            for (int done = 0; done < content.length; ) {
                int count = inflater.inflate(content, done, content.length - done);
                if (count == 0) {
                    throw new HostException(Errno.EIO, path);
                }
                done += count;
            }
            return content;
        } catch (DataFormatException e) {
            throw new HostException(Errno.EIO, path);
        }
    }
}
