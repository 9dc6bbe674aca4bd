package org.pyvm.modules.sockets;

import java.util.ArrayList;
import java.util.List;

/** Numbers of the internet as text and as bytes in network order, by the C library's rules. */
public final class InetText {
    private static final int GROUPS = 8;

    private InetText() {}

    /** Four bytes of {@code 1.2.3.4} as {@code inet_pton} wants it, or null. */
    public static byte[] parse4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            String part = parts[i];
            if (part.isEmpty() || part.length() > 3 || part.length() > 1 && part.charAt(0) == '0') {
                return null;
            }
            int value = (int) number(part, 10);
            if (value < 0 || value > 255) {
                return null;
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    /**
     * Four bytes as {@code inet_aton} reads them, or null: one to four numbers, each decimal, octal or hexadecimal, the last
     * of which fills what is left. What follows a blank does not matter.
     */
    static byte[] parseLoose4(String text) {
        String[] parts = text.strip().isEmpty() ? new String[0] : text.split("[ \t\n\f\r]", 2)[0].split("\\.", -1);
        if (parts.length < 1 || parts.length > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long value = looseNumber(parts[i]);
            boolean last = i == parts.length - 1;
            long most = last ? 0xFFFFFFFFL >>> 8 * i : 255;
            if (value < 0 || value > most) {
                return null;
            }
            address |= last ? value : value << 24 - 8 * i;
        }
        return new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
    }

    private static long looseNumber(String part) {
        if (part.length() > 1 && part.charAt(0) == '0') {
            boolean hexadecimal = part.charAt(1) == 'x' || part.charAt(1) == 'X';
            return hexadecimal ? number(part.substring(2), 16) : number(part, 8);
        }
        return number(part, 10);
    }

    /** -1 for what is no number. */
    private static long number(String digits, int radix) {
        if (digits.isEmpty() || digits.length() > 12) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    /** Sixteen bytes of an IPv6 address, or null. */
    public static byte[] parse6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0) {
            List<Integer> front = groups(text.substring(0, gap), false);
            List<Integer> back = groups(text.substring(gap + 2), true);
            if (front == null || back == null || front.size() + back.size() >= GROUPS) {
                return null;
            }
            while (front.size() + back.size() < GROUPS) {
                front.add(0);
            }
            front.addAll(back);
            return bytes(front);
        }
        List<Integer> all = groups(text, true);
        return all == null || all.size() != GROUPS ? null : bytes(all);
    }

    /** @param atEnd whether the last of them may be an IPv4 address */
    private static List<Integer> groups(String text, boolean atEnd) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (atEnd && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                byte[] four = parse4(parts[i]);
                if (four == null) {
                    return null;
                }
                groups.add((four[0] & 0xFF) << 8 | four[1] & 0xFF);
                groups.add((four[2] & 0xFF) << 8 | four[3] & 0xFF);
                continue;
            }
            long value = parts[i].length() > 4 ? -1 : number(parts[i], 16);
            if (value < 0) {
                return null;
            }
            groups.add((int) value);
        }
        return groups;
    }

    private static byte[] bytes(List<Integer> groups) {
        byte[] bytes = new byte[2 * GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            bytes[2 * i] = (byte) (groups.get(i) >> 8);
            bytes[2 * i + 1] = (byte) (int) groups.get(i);
        }
        return bytes;
    }

    static String text4(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) + "." + (bytes[at + 1] & 0xFF) + "." + (bytes[at + 2] & 0xFF) + "."
                + (bytes[at + 3] & 0xFF);
    }

    /** As {@code inet_ntop} writes it: the longest run of zeros is {@code ::}, an IPv4 address inside is written as one. */
    static String text6(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
        }
        int from = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        boolean four = from == 0 && (length == 6 || length == 5 && groups[5] == 0xFFFF);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < (four ? 6 : GROUPS); i++) {
            if (i == from) {
                text.append("::");
                i += length - 1;
            } else {
                separate(text).append(Integer.toHexString(groups[i]));
            }
        }
        return four ? separate(text).append(text4(bytes, 12)).toString() : text.toString();
    }

    private static StringBuilder separate(StringBuilder text) {
        boolean needed = !text.isEmpty() && text.charAt(text.length() - 1) != ':';
        return needed ? text.append(':') : text;
    }
}
