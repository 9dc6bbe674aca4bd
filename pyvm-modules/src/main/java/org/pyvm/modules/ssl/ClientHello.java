package org.pyvm.modules.ssl;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Looks into the first record of a client for the name of the server that it wants (RFC 8446, section 4.1.2; RFC 6066): a
 * program may choose another context by it, which must be known before the JDK reads the record.
 */
final class ClientHello {
    private static final int HANDSHAKE_RECORD = 22;
    private static final int RECORD_HEADER = 5;
    private static final int BEFORE_SESSION_ID = 4 + 2 + 32;
    private static final int SERVER_NAME = 0;

    private ClientHello() {}

    /** Whether the record is complete, or is none that we would understand. */
    static boolean isComplete(byte[] bytes) {
        return bytes.length > 0 && bytes[0] != HANDSHAKE_RECORD
                || bytes.length >= RECORD_HEADER
                        && bytes.length >= RECORD_HEADER + ((bytes[3] & 0xFF) << 8 | bytes[4] & 0xFF);
    }

    /** The name, or null when the client says none or the record is damaged: the JDK will complain of that. */
    static String serverName(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != HANDSHAKE_RECORD) {
            return null;
        }
        try {
            ByteBuffer hello = ByteBuffer.wrap(bytes);
            skip(hello, RECORD_HEADER + BEFORE_SESSION_ID);
            skip(hello, hello.get() & 0xFF);
            skip(hello, hello.getShort() & 0xFFFF);
            skip(hello, hello.get() & 0xFF);
            int end = (hello.getShort() & 0xFFFF) + hello.position();
            while (hello.position() < end) {
                int type = hello.getShort() & 0xFFFF;
                int length = hello.getShort() & 0xFFFF;
                if (type == SERVER_NAME) {
                    // Length of the list, kind of the name, which is always "host", length of the name.
                    skip(hello, 3);
                    byte[] name = new byte[hello.getShort() & 0xFFFF];
                    hello.get(name);
                    return new String(name, StandardCharsets.ISO_8859_1);
                }
                skip(hello, length);
            }
            return null;
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            return null;
        }
    }

    private static void skip(ByteBuffer buffer, int count) {
        buffer.position(buffer.position() + count);
    }
}
