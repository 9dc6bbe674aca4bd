package org.pyvm.modules.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.VersionInfo;
import java.util.Locale;
import org.pyvm.objects.codecs.CharacterNames;
import org.pyvm.objects.types.CharacterTypes;
import org.pyvm.tokenizer.Unicode14;

/** What one version of Unicode says of characters; what is younger is unassigned. Immutable. */
final class CharacterDatabase {
    private static final VersionInfo VERSION_3_2 = VersionInfo.getInstance(3, 2);
    private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKDInstance();

    /** CPython 3.11 gives unassigned characters the first width of its table. */
    private static final String UNASSIGNED_WIDTH = "F";

    private final boolean old;
    private final String version;
    private final Corrections corrections;

    private CharacterDatabase(boolean old) {
        this.old = old;
        this.version = old ? "3.2.0" : "14.0.0";
        this.corrections = new Corrections(version);
    }

    static CharacterDatabase current() {
        return new CharacterDatabase(false);
    }

    static CharacterDatabase old() {
        return new CharacterDatabase(true);
    }

    String version() {
        return version;
    }

    boolean isOld() {
        return old;
    }

    boolean isAssigned(int c) {
        return Unicode14.isAssigned(c) && (!old || UCharacter.getAge(c).compareTo(VERSION_3_2) <= 0);
    }

    private String corrected(String property, int c, String value) {
        String correction = corrections.find(property, c);
        return correction == null ? value : correction;
    }

    /** A short name of the value of an enumerated property, such as {@code Lu}. */
    private static String shortName(int property, int c) {
        int value = UCharacter.getIntPropertyValue(c, property);
        return UCharacter.getPropertyValueName(property, value, UProperty.NameChoice.SHORT);
    }

    String category(int c) {
        return isAssigned(c) ? corrected("category", c, shortName(UProperty.GENERAL_CATEGORY, c)) : "Cn";
    }

    String bidirectional(int c) {
        return isAssigned(c) ? corrected("bidirectional", c, shortName(UProperty.BIDI_CLASS, c)) : "";
    }

    int combining(int c) {
        return isAssigned(c)
                ? Integer.parseInt(corrected("combining", c, Integer.toString(UCharacter.getCombiningClass(c))))
                : 0;
    }

    boolean isMirrored(int c) {
        return isAssigned(c)
                && corrected("mirrored", c, UCharacter.hasBinaryProperty(c, UProperty.BIDI_MIRRORED) ? "1" : "0")
                        .equals("1");
    }

    String eastAsianWidth(int c) {
        String value = isAssigned(c) ? shortName(UProperty.EAST_ASIAN_WIDTH, c) : UNASSIGNED_WIDTH;
        return corrected("east_asian_width", c, value);
    }

    /** The decomposition as the database writes it: a tag, then code points. */
    String decomposition(int c) {
        if (!isAssigned(c) || c >= 0xAC00 && c <= 0xD7A3) {
            return "";
        }
        String raw = COMPATIBILITY.getRawDecomposition(c);
        if (raw == null) {
            return corrected("decomposition", c, "");
        }
        StringBuilder text = new StringBuilder(tag(shortName(UProperty.DECOMPOSITION_TYPE, c)));
        raw.codePoints().forEach(part -> {
            text.append(text.isEmpty() ? "" : " ").append("%04X".formatted(part));
        });
        return corrected("decomposition", c, text.toString());
    }

    private static String tag(String type) {
        return switch (type) {
            case "Can" -> "";
            case "Nb" -> "<noBreak>";
            case "Init" -> "<initial>";
            case "Med" -> "<medial>";
            case "Fin" -> "<final>";
            case "Iso" -> "<isolated>";
            case "Enc" -> "<circle>";
            case "Sup" -> "<super>";
            case "Vert" -> "<vertical>";
            case "Nar" -> "<narrow>";
            case "Sml" -> "<small>";
            case "Sqr" -> "<square>";
            case "Fra" -> "<fraction>";
            case "Com" -> "<compat>";
            default -> "<" + type.toLowerCase(Locale.ROOT) + ">";
        };
    }

    /** The value of a decimal digit, or -1. */
    int decimal(int c) {
        int value = isAssigned(c) ? CharacterTypes.decimal(c) : -1;
        return Integer.parseInt(corrected("decimal", c, Integer.toString(value)));
    }

    /** The value of a digit, or -1. CPython takes it from the current database in both versions. */
    int digit(int c) {
        return CharacterTypes.digit(c);
    }

    /** The numeric value, or NaN. */
    double numeric(int c) {
        if (!isAssigned(c)) {
            return Double.NaN;
        }
        String correction = corrections.find("numeric", c);
        if (correction != null) {
            return correction.isEmpty() ? Double.NaN : Double.parseDouble(correction);
        }
        double value = UCharacter.getUnicodeNumericValue(c);
        return value == UCharacter.NO_NUMERIC_VALUE ? Double.NaN : value;
    }

    /** The name, or null. */
    String name(int c) {
        return isAssigned(c) ? CharacterNames.nameOf(c) : null;
    }
}
