package org.pyvm.modules.expat;

import java.util.Arrays;

/** Text that is being read: what is there of a document, or the replacement text of an entity. */
class XmlText {
    char[] chars;
    /** Where the next token starts. */
    int at;
    /** End of what is there. */
    int limit;
    /** Whether nothing follows. */
    boolean complete;

    XmlText(char[] chars, boolean complete) {
        this.chars = chars;
        this.limit = complete ? chars.length : 0;
        this.complete = complete;
    }

    String slice(int from, int to) {
        return new String(chars, from, to - from);
    }

    boolean startsWith(int from, String word) {
        if (limit - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (chars[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether what is there from a place on could become the word, but is too short to tell. */
    boolean mayBecome(int from, String word) {
        return !complete && limit - from < word.length() && word.startsWith(slice(from, limit));
    }

    /** Position of a text at or behind a place, or -1. */
    int find(String what, int from) {
        for (int i = from; i + what.length() <= limit; i++) {
            if (startsWith(i, what)) {
                return i;
            }
        }
        return -1;
    }

    int skipSpace(int from) {
        int i = from;
        while (i < limit && XmlChars.isSpace(chars[i])) {
            i++;
        }
        return i;
    }

    /** End of the name that starts at a place; the place itself when there is none. */
    int skipName(int from) {
        int i = from;
        if (i < limit && XmlChars.isNameStart(chars[i])) {
            i++;
            while (i < limit && XmlChars.isName(chars[i])) {
                i++;
            }
        }
        return i;
    }

    /** @throws XmlFailure at the first character from one place to another that no document may have */
    void checkCharacters(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!XmlChars.isAllowed(chars[i])) {
                throw new XmlFailure(XmlFailure.INVALID_TOKEN, i);
            }
        }
    }

    /** Makes room for more, dropping what was read. */
    final void reserve(int more) {
        if (at > 0) {
            dropped(at);
            System.arraycopy(chars, at, chars, 0, limit - at);
            limit -= at;
            at = 0;
        }
        if (limit + more > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(limit + more, chars.length * 2));
        }
    }

    /** Told before the first characters go. */
    void dropped(int count) {}
}
