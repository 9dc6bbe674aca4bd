package org.pyvm.modules.binascii;

import java.util.Arrays;
import java.util.Base64;
import org.pyvm.objects.codecs.ByteSink;

/** Base 64, as lenient or strict as {@code binascii.a2b_base64}. */
final class Base64Text {
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < digits.length(); i++) {
            VALUES[digits.charAt(i)] = (byte) i;
        }
    }

    private Base64Text() {}

    static byte[] encode(byte[] data, boolean newLine) {
        byte[] text = Base64.getEncoder().encode(data);
        if (!newLine) {
            return text;
        }
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        return line;
    }

    static byte[] decode(byte[] text, boolean strict) throws MalformedText {
        if (strict && text.length > 0 && text[0] == '=') {
            throw new MalformedText("Leading padding not allowed");
        }
        ByteSink out = new ByteSink(text.length / 4 * 3 + 3);
        int quadPosition = 0;
        int left = 0;
        int pads = 0;
        boolean padded = false;
        for (int i = 0; i < text.length; i++) {
            int c = text[i] & 0xFF;
            if (c == '=') {
                padded = true;
                if (quadPosition >= 2 && quadPosition + ++pads >= 4) {
                    if (strict && i + 1 < text.length) {
                        throw new MalformedText("Excess data after padding");
                    }
                    return out.toByteArray();
                }
                continue;
            }
            int value = VALUES[c];
            if (value < 0) {
                if (strict) {
                    throw new MalformedText("Only base64 data is allowed");
                }
                continue;
            }
            if (strict && padded) {
                throw new MalformedText("Discontinuous padding not allowed");
            }
            pads = 0;
            if (quadPosition > 0) {
                int bits = 6 - 2 * quadPosition;
                out.write(left << 2 * quadPosition | value >> bits);
                left = value & (1 << bits) - 1;
            } else {
                left = value;
            }
            quadPosition = quadPosition + 1 & 3;
        }
        if (quadPosition == 1) {
            throw new MalformedText("Invalid base64-encoded string: number of data characters ("
                    + (out.size() / 3 * 4 + 1) + ") cannot be 1 more than a multiple of 4");
        }
        if (quadPosition != 0) {
            throw new MalformedText("Incorrect padding");
        }
        return out.toByteArray();
    }
}
