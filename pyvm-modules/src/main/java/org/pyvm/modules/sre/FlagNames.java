package org.pyvm.modules.sre;

import java.util.ArrayList;
import java.util.List;

/** How {@code repr} of a pattern shows its flags. */
final class FlagNames {
    private static final String[] NAMES = {
        "re.TEMPLATE",
        "re.IGNORECASE",
        "re.LOCALE",
        "re.MULTILINE",
        "re.DOTALL",
        "re.UNICODE",
        "re.VERBOSE",
        "re.DEBUG",
        "re.ASCII"
    };

    private FlagNames() {}

    static String of(int flags, boolean isText) {
        int shown = flags;
        int alternatives = SreCode.FLAG_LOCALE | SreCode.FLAG_UNICODE | SreCode.FLAG_ASCII;
        // Unicode is what patterns of text have anyway.
        if (isText && (flags & alternatives) == SreCode.FLAG_UNICODE) {
            shown &= ~SreCode.FLAG_UNICODE;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            if ((shown & 1 << i) != 0) {
                names.add(NAMES[i]);
                shown &= ~(1 << i);
            }
        }
        if (shown != 0) {
            names.add("0x" + Integer.toHexString(shown));
        }
        return String.join("|", names);
    }
}
