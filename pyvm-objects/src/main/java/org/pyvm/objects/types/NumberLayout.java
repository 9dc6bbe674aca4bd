package org.pyvm.objects.types;

/**
 * Puts a formatted number together: padding, sign, prefix, grouped digits, and what follows them.
 *
 * @param prefix such as {@code 0x}
 * @param digits those before the point; empty for {@code nan} and {@code inf}
 * @param rest the point and what is behind it, or a text such as {@code nan}
 */
record NumberLayout(FormatSpec format, boolean negative, String prefix, String digits, String rest) {

    PyStr toPyStr() {
        String sign = negative ? "-" : format.sign() == '+' ? "+" : format.sign() == ' ' ? " " : "";
        int fixed = sign.length() + prefix.length() + rest.length();
        boolean zeroPadded = format.fill() == '0' && format.align() == '=';
        PyStr.checkLength((long) Math.max(0, format.width()) + fixed + digits.length() * 2L);
        String grouped = digits.isEmpty() ? "" : grouped(zeroPadded ? format.width() - fixed : 0);
        int missing = Math.max(0, format.width() - fixed - grouped.length());
        int left = 0;
        int inside = 0;
        switch (format.align()) {
            case '>' -> left = missing;
            case '^' -> left = missing / 2;
            case '=' -> inside = missing;
            default -> {}
        }
        return new StrBuilder(fixed + grouped.length() + missing)
                .repeat(format.fill(), left)
                .append(sign)
                .append(prefix)
                .repeat(format.fill(), inside)
                .append(grouped)
                .append(rest)
                .repeat(format.fill(), missing - left - inside)
                .toPyStr();
    }

    /** The digits with separators, and with zeros in front to fill a width: then in groups too. */
    private String grouped(int width) {
        char separator = format.grouping();
        if (separator == 0) {
            return "0".repeat(Math.max(0, width - digits.length())) + digits;
        }
        int size = switch (format.type()) {
            case 'b', 'o', 'x', 'X' -> 4;
            default -> 3;
        };
        StringBuilder reversed = new StringBuilder();
        int remaining = digits.length();
        int missing = width;
        while (true) {
            int group = Math.min(size, Math.max(Math.max(remaining, missing), 1));
            for (int i = 0; i < group; i++) {
                reversed.append(remaining > 0 ? digits.charAt(--remaining) : '0');
            }
            missing -= group;
            if (remaining <= 0 && missing <= 0) {
                return reversed.reverse().toString();
            }
            reversed.append(separator);
            missing--;
        }
    }
}
