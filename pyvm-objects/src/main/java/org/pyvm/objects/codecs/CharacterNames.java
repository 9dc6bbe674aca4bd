package org.pyvm.objects.codecs;

import com.ibm.icu.lang.UCharacter;
import org.pyvm.ast.UnicodeNames;
import org.pyvm.tokenizer.Unicode14;

/** The names of characters, by Unicode 14, as the module {@code unicodedata} knows them. */
public final class CharacterNames {
    private static final UnicodeNames NAMES = new UnicodeNames();

    private CharacterNames() {}

    /** The name, or null for a character that has none; control characters have only aliases. */
    public static String nameOf(int codePoint) {
        if (!Unicode14.isAssigned(codePoint) || isUnnamedIdeograph(codePoint)) {
            return null;
        }
        String name = UCharacter.getName(codePoint);
        return name == null || name.isEmpty() || name.startsWith("<") ? null : name;
    }

    /** Tangut, Khitan and Nushu characters have names by rule that CPython does not know. */
    private static boolean isUnnamedIdeograph(int c) {
        return c >= 0x17000 && c <= 0x187F7 || c >= 0x18D00 && c <= 0x18D08;
    }

    /** The character with a name or an alias, in any case; -1 when there is none. */
    public static int find(String name) {
        return NAMES.codePoint(name);
    }
}
