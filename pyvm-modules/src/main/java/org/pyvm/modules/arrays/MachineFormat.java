package org.pyvm.modules.arrays;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyList;

/**
 * How the bytes of a pickled array are to be read: its number is written to the pickle, so that a machine of another kind can
 * read it.
 *
 * @param kind what the items are, on this machine
 */
record MachineFormat(int number, ItemKind kind, int size, boolean bigEndian) {
    private static final int UTF16 = 18;
    private static final int LARGEST = 21;
    /** By half of the number: formats come in pairs, little-endian first. The first two are bytes. */
    private static final ItemKind[] KINDS = {
        ItemKind.UNSIGNED_BYTE,
        ItemKind.UNSIGNED_SHORT,
        ItemKind.SHORT,
        ItemKind.UNSIGNED_INT,
        ItemKind.INT,
        ItemKind.UNSIGNED_LONG_LONG,
        ItemKind.LONG_LONG,
        ItemKind.FLOAT,
        ItemKind.DOUBLE,
        ItemKind.CHARACTER,
        ItemKind.CHARACTER
    };

    /** The format of a number, or null. */
    static MachineFormat ofNumber(int number) {
        if (number < 0 || number > LARGEST) {
            return null;
        }
        if (number < 2) {
            return new MachineFormat(number, number == 0 ? ItemKind.UNSIGNED_BYTE : ItemKind.SIGNED_BYTE, 1, false);
        }
        ItemKind kind = KINDS[number / 2];
        return new MachineFormat(number, kind, number / 2 == UTF16 / 2 ? 2 : kind.size(), number % 2 == 1);
    }

    /** The number of the format in which this machine has items of a kind. */
    static int numberOf(ItemKind kind) {
        return switch (kind) {
            case UNSIGNED_BYTE -> 0;
            case SIGNED_BYTE -> 1;
            case UNSIGNED_SHORT -> 2;
            case SHORT -> 4;
            case UNSIGNED_INT -> 6;
            case INT -> 8;
            case UNSIGNED_LONG, UNSIGNED_LONG_LONG -> 10;
            case LONG, LONG_LONG -> 12;
            case FLOAT -> 14;
            case DOUBLE -> 16;
            case CHARACTER -> 20;
        };
    }

    /** An array of bytes in this format. Integers get the kind that has their size, whatever kind was asked for. */
    PyObject restore(ThreadState thread, PyType type, ItemKind wanted, byte[] bytes) {
        if (number == numberOf(wanted)) {
            return Calls.call(thread, type, wanted.code(), PyBytes.of(bytes));
        }
        // CPython asks of text that it has an even number of code units.
        if (bytes.length % (kind == ItemKind.CHARACTER ? 2 * size : size) != 0) {
            throw PyErr.valueError("string length not a multiple of item size");
        }
        if (kind == ItemKind.CHARACTER) {
            String encoding = "utf-" + 8 * size + (bigEndian ? "-be" : "-le");
            return Calls.call(thread, type, wanted.code(), Codecs.decode(thread, bytes, encoding, "strict"));
        }
        byte[] ours = bigEndian ? swapped(bytes) : bytes;
        PyList items = PyList.withCapacity(bytes.length / size);
        for (int i = 0; i < bytes.length; i += size) {
            items.append(kind.get(ours, i));
        }
        return Calls.call(thread, type, (kind.isInteger() ? kind : wanted).code(), items);
    }

    private byte[] swapped(byte[] bytes) {
        byte[] swapped = bytes.clone();
        PyArray.swapBytes(swapped, swapped.length, size);
        return swapped;
    }
}
