package org.pyvm.objects.host.internal;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts and structures as C has them, in the byte arrays of {@link org.pyvm.objects.host.NativeCalls}. */
final class NativeBytes {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private NativeBytes() {}

    static short getShort(byte[] structure, int offset) {
        return (short) SHORT.get(structure, offset);
    }

    static void setShort(byte[] structure, int offset, int value) {
        SHORT.set(structure, offset, (short) value);
    }

    static int getInt(byte[] structure, int offset) {
        return (int) INT.get(structure, offset);
    }

    static void setInt(byte[] structure, int offset, int value) {
        INT.set(structure, offset, value);
    }

    static long getLong(byte[] structure, int offset) {
        return (long) LONG.get(structure, offset);
    }

    static void setLong(byte[] structure, int offset, long value) {
        LONG.set(structure, offset, value);
    }

    /** In UTF-8, a lone surrogate U+DC80 to U+DCFF being a byte that is none; with a zero at the end. */
    static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (text.chars().anyMatch(c -> c >= 0xDC80 && c <= 0xDCFF)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            text.codePoints().forEach(c -> {
                if (c >= 0xDC80 && c <= 0xDCFF) {
                    out.write(c - 0xDC00);
                } else {
                    out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                }
            });
            bytes = out.toByteArray();
        }
        return Arrays.copyOf(bytes, bytes.length + 1);
    }
}
