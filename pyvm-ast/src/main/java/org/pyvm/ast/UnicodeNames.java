package org.pyvm.ast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.pyvm.tokenizer.Unicode14;

/**
 * Unicode 14's character names, from the JDK's table of a later version: names never change, so only younger characters
 * must be left out. The JDK lacks aliases and the names that follow a rule; those are here.
 */
public final class UnicodeNames implements CharacterNames {
    private static final String HANGUL = "HANGUL SYLLABLE ";
    private static final String CJK = "CJK UNIFIED IDEOGRAPH-";
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final String[] LEADS = {
        "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"
    };
    private static final String[] VOWELS = {
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
        "EU", "YI", "I"
    };
    private static final String[] TAILS = {
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
        "SS", "NG", "J", "C", "K", "T", "P", "H"
    };

    /** Read when the first name is looked up that is no proper one. */
    private static final class Aliases {
        static final Map<String, Integer> BY_NAME = read();

        private static Map<String, Integer> read() {
            Map<String, Integer> aliases = new HashMap<>();
            try (InputStream in = UnicodeNames.class.getResourceAsStream("internal/name-aliases.txt");
                    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
                lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                    int space = line.indexOf(' ');
                    aliases.put(line.substring(space + 1), Integer.parseInt(line.substring(0, space), 16));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (int i = 1; i <= 256; i++) {
                aliases.put("VS" + i, i <= 16 ? 0xFE00 + i - 1 : 0xE0100 + i - 17);
            }
            return Map.copyOf(aliases);
        }
    }

    @Override
    public int codePoint(String name) {
        // CPython takes these two families in capitals only.
        if (name.startsWith(HANGUL)) {
            return hangulSyllable(name.substring(HANGUL.length()));
        }
        if (name.startsWith(CJK)) {
            return ideograph(name.substring(CJK.length()));
        }
        String upper = name.toUpperCase(Locale.ROOT);
        int found = named(upper);
        return found >= 0 ? found : Aliases.BY_NAME.getOrDefault(upper, -1);
    }

    /** {@code Character.codePointOf} also takes spaces around the name, block names with a number, and control codes. */
    private static int named(String name) {
        int found;
        try {
            found = Character.codePointOf(name);
        } catch (IllegalArgumentException e) {
            return -1;
        }
        boolean proper = switch (Unicode14.category(found)) {
            case Character.UNASSIGNED, Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> name.equals(Character.getName(found)) && !hasRuleName(found);
        };
        return proper ? found : -1;
    }

    private static boolean hasRuleName(int codePoint) {
        return isIdeograph(codePoint) || codePoint >= FIRST_SYLLABLE && codePoint <= 0xD7A3;
    }

    private static int hangulSyllable(String romanised) {
        int lead = longestPrefix(LEADS, romanised, 0);
        int at = lead < 0 ? 0 : LEADS[lead].length();
        int vowel = longestPrefix(VOWELS, romanised, at);
        if (lead < 0 || vowel < 0) {
            return -1;
        }
        at += VOWELS[vowel].length();
        int tail = longestPrefix(TAILS, romanised, at);
        if (tail < 0 || at + TAILS[tail].length() != romanised.length()) {
            return -1;
        }
        return FIRST_SYLLABLE + (lead * VOWELS.length + vowel) * TAILS.length + tail;
    }

    private static int longestPrefix(String[] parts, String text, int at) {
        int best = -1;
        for (int i = 0; i < parts.length; i++) {
            if (text.startsWith(parts[i], at) && (best < 0 || parts[i].length() > parts[best].length())) {
                best = i;
            }
        }
        return best;
    }

    private static int ideograph(String digits) {
        if (digits.length() != 4 && digits.length() != 5) {
            return -1;
        }
        int codePoint = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
            if (digit < 0) {
                return -1;
            }
            codePoint = codePoint << 4 | digit;
        }
        return isIdeograph(codePoint) ? codePoint : -1;
    }

    private static boolean isIdeograph(int codePoint) {
        return codePoint >= 0x3400 && codePoint <= 0x4DBF
                || codePoint >= 0x4E00 && codePoint <= 0x9FFF
                || codePoint >= 0x20000
                        && codePoint <= 0x3134A
                        && Unicode14.isAssigned(codePoint)
                        && !isCompatibility(codePoint);
    }

    private static boolean isCompatibility(int codePoint) {
        return codePoint >= 0x2F800 && codePoint <= 0x2FA1D;
    }
}
