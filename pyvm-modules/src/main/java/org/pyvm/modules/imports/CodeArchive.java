package org.pyvm.modules.imports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.pyvm.modules.marshal.CompiledFormat;

/**
 * The compiled standard library: one file that the build makes, of which each start reads the directory and the modules that
 * it imports. All numbers are little-endian:
 *
 * <pre>
 * "pyvmcode", magic of compiled files, count n, bytes of names      (20 bytes)
 * n entries, by the hash of their names:
 *     hash, place of the name, its length, size and CRC-32 of the source, place and length of the code   (28 bytes)
 * names in UTF-8
 * code
 * </pre>
 *
 * A name is a file below the library's folder, or {@code <frozen os>}. Code of another source than the one that is there
 * now does not count, so that an edited file wins. Immutable; safe for several threads.
 */
public final class CodeArchive {
    private static final byte[] SIGNATURE = "pyvmcode".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER = 20;
    static final int ENTRY = 28;

    /** Where the bytes are: a file of the host's, or memory. */
    public interface Storage {
        /** Bytes from a place on; fewer when the archive ends before. */
        byte[] read(long from, int length);
    }

    private final Storage storage;
    private final int count;
    private final ByteBuffer entries;
    private final byte[] names;
    private final long codeStart;

    private CodeArchive(Storage storage, int count, byte[] directory, byte[] names) {
        this.storage = storage;
        this.count = count;
        this.entries = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        this.names = names;
        this.codeStart = HEADER + (long) directory.length + names.length;
    }

    /** Reads the directory of an archive; null when there is none, or one of another machine. */
    public static CodeArchive open(Storage storage) {
        byte[] header = storage.read(0, HEADER);
        if (header.length < HEADER || !Arrays.equals(header, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            return null;
        }
        ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        if (numbers.getInt(8) != CompiledFormat.MAGIC) {
            return null;
        }
        int count = numbers.getInt(12);
        int nameBytes = numbers.getInt(16);
        byte[] directory = storage.read(HEADER, count * ENTRY);
        byte[] names = storage.read(HEADER + (long) directory.length, nameBytes);
        return directory.length < count * ENTRY || names.length < nameBytes
                ? null
                : new CodeArchive(storage, count, directory, names);
    }

    /** Whether there is code by that name, of whatever source. */
    public boolean has(String name) {
        return find(name) >= 0;
    }

    /** The code by that name, of whatever source; null when there is none. */
    public byte[] code(String name) {
        int at = find(name);
        return at < 0 ? null : read(at);
    }

    /** The size of the source that the code by that name was made from; -1 when there is none. */
    public int sourceSize(String name) {
        int at = find(name);
        return at < 0 ? -1 : entries.getInt(at + 12);
    }

    /** The code by that name if it was made from this very source; else null. */
    public byte[] code(String name, byte[] source) {
        int at = find(name);
        if (at < 0 || entries.getInt(at + 12) != source.length || entries.getInt(at + 16) != checksum(source)) {
            return null;
        }
        return read(at);
    }

    static int checksum(byte[] source) {
        CRC32 sum = new CRC32();
        sum.update(source);
        return (int) sum.getValue();
    }

    private byte[] read(int at) {
        byte[] code = storage.read(codeStart + entries.getInt(at + 20), entries.getInt(at + 24));
        return code.length < entries.getInt(at + 24) ? null : code;
    }

    /** The place of an entry, or -1. */
    private int find(String name) {
        int hash = name.hashCode();
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.getInt(middle * ENTRY) < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int at = low * ENTRY; low < count && entries.getInt(at) == hash; at += ENTRY) {
            int start = entries.getInt(at + 4);
            if (name.equals(new String(names, start, entries.getInt(at + 8), StandardCharsets.UTF_8))) {
                return at;
            }
            low++;
        }
        return -1;
    }

    /** What every archive begins with. */
    static byte[] signature() {
        return SIGNATURE.clone();
    }
}
