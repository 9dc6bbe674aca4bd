package org.pyvm.modules.io;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.host.OpenFlags;

/** The mode of a raw file. */
record FileMode(boolean readable, boolean writable, boolean creating, boolean appending, boolean truncating) {
    static final FileMode READ = new FileMode(true, false, false, false, false);

    private static final String RULE = "Must have exactly one of create/read/write/append mode and at most one plus";

    static FileMode parse(String text) {
        char kind = 0;
        boolean plus = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 'x', 'r', 'w', 'a' -> {
                    if (kind != 0) {
                        throw PyErr.valueError(RULE);
                    }
                    kind = c;
                }
                case '+' -> {
                    if (plus) {
                        throw PyErr.valueError(RULE);
                    }
                    plus = true;
                }
                case 'b' -> {}
                default -> throw PyErr.valueError("invalid mode: %s", text);
            }
        }
        if (kind == 0) {
            throw PyErr.valueError(RULE);
        }
        return new FileMode(kind == 'r' || plus, kind != 'r' || plus, kind == 'x', kind == 'a', kind == 'w');
    }

    int flags() {
        int flags = readable && writable ? OpenFlags.READ_WRITE : readable ? OpenFlags.READ_ONLY : OpenFlags.WRITE_ONLY;
        if (creating) {
            flags |= OpenFlags.EXCLUSIVE | OpenFlags.CREATE;
        }
        if (truncating) {
            flags |= OpenFlags.TRUNCATE | OpenFlags.CREATE;
        }
        if (appending) {
            flags |= OpenFlags.APPEND | OpenFlags.CREATE;
        }
        return flags;
    }

    /** What the attribute {@code mode} shows. */
    String text() {
        String plus = readable && writable ? "+" : "";
        return (creating ? "xb" : appending ? "ab" : readable ? "rb" : "wb") + plus;
    }
}
