package org.pyvm.modules.marshal;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.types.Exceptions;

/**
 * The names of a module's code and of all code inside it, which refer to them by number. A name is decoded when it is first
 * asked for.
 */
final class CodeNames {
    private final byte[] bytes;
    /** Where each name begins; one more for the end of the last. */
    private final int[] starts;

    private final int[] lengths;
    private final String[] decoded;
    private final int end;
    /** The file that the code has been found in since, in place of another; null where that is as it was written. */
    private String renamed;

    private String renamedTo;

    /** @param start where the table begins: a count, then each name with its length in front */
    CodeNames(byte[] bytes, int start) {
        this.bytes = bytes;
        int at = start;
        int count = number(at);
        at += width(at);
        if (count > bytes.length - at) {
            throw tooShort();
        }
        starts = new int[count];
        lengths = new int[count];
        decoded = new String[count];
        for (int i = 0; i < count; i++) {
            int length = number(at);
            at += width(at);
            starts[i] = at;
            lengths[i] = length;
            if (length > bytes.length - at) {
                throw tooShort();
            }
            at += length;
        }
        end = at;
    }

    private int number(int start) {
        int value = 0;
        for (int i = 0; i < 5; i++) {
            if (start + i >= bytes.length) {
                throw tooShort();
            }
            int next = bytes[start + i];
            value |= (next & 0x7F) << 7 * i;
            if (next >= 0 && value >= 0) {
                return value;
            }
        }
        throw PyErr.valueError("bad marshal data (number out of range)");
    }

    private int width(int start) {
        int width = 1;
        while (bytes[start + width - 1] < 0) {
            width++;
        }
        return width;
    }

    private static PyErr tooShort() {
        return PyErr.of(Exceptions.EOF_ERROR, "marshal data too short");
    }

    /** Where the table ends. */
    int end() {
        return end;
    }

    String get(int number) {
        if (number >= decoded.length) {
            throw PyErr.valueError("bad marshal data (invalid reference)");
        }
        String name = decoded[number];
        if (name == null) {
            name = new String(bytes, starts[number], lengths[number], StandardCharsets.UTF_8);
            decoded[number] = name;
        }
        return name;
    }

    /** The name of a file, or the one that has taken its place. */
    String fileName(int number) {
        String name = get(number);
        return name.equals(renamed) ? renamedTo : name;
    }

    /** Code that is read from now on is in {@code to} where it is in {@code from} so far. */
    void renameFile(String from, String to) {
        renamed = renamedTo != null && renamedTo.equals(from) ? renamed : from;
        renamedTo = to;
    }
}
