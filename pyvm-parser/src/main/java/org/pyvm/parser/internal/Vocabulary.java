package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * The terminals of a grammar, numbered from 1: kinds of tokens, keywords and soft keywords. A token belongs to the most
 * special terminal that fits; a soft keyword is a NAME as well. 0 stands for every token that the grammar does not know.
 */
public final class Vocabulary {
    /** The class of a token that the grammar does not know. */
    public static final int UNKNOWN = 0;

    private static final Terminal NAME = new Terminal(TokenKind.NAME, null, false);

    private final List<Terminal> terminals = new ArrayList<>();
    private final Map<String, Integer> numberByText = new HashMap<>();
    private int[] numberByKind = new int[0];
    private final BitSet softKeywords = new BitSet();
    private String[] keywordSlots;
    private int[] keywordNumbers;

    /**
     * One terminal.
     *
     * @param keyword null when any token of the kind will do
     */
    record Terminal(TokenKind kind, String keyword, boolean soft) {
        @Override
        public String toString() {
            return keyword == null
                    ? kind.spelling() == null ? kind.name() : "'" + kind.spelling() + "'"
                    : "'" + keyword + "'";
        }
    }

    Vocabulary() {
        terminals.add(null);
    }

    /** The number of a kind of token, which is thereby known. */
    int of(TokenKind kind) {
        if (kind.index() >= numberByKind.length) {
            numberByKind = Arrays.copyOf(numberByKind, kind.index() + 16);
        }
        if (numberByKind[kind.index()] == 0) {
            numberByKind[kind.index()] = add(new Terminal(kind, null, false));
        }
        return numberByKind[kind.index()];
    }

    /** The number of a keyword, which is thereby reserved: everywhere, or only where expected if it is soft. */
    int of(String keyword, boolean soft) {
        Integer known = numberByText.get(keyword);
        if (known != null) {
            return known;
        }
        int number = add(new Terminal(TokenKind.NAME, keyword, soft));
        numberByText.put(keyword, number);
        softKeywords.set(number, soft);
        return number;
    }

    private int add(Terminal terminal) {
        terminals.add(terminal);
        return terminals.size() - 1;
    }

    /** Ends the definition: from here on tokens can be classified, from any thread. */
    void seal() {
        int size = Integer.highestOneBit(Math.max(numberByText.size(), 8)) * 8;
        keywordSlots = new String[size];
        keywordNumbers = new int[size];
        for (Map.Entry<String, Integer> keyword : numberByText.entrySet()) {
            int slot = slot(keyword.getKey());
            while (keywordSlots[slot] != null) {
                slot = slot + 1 & size - 1;
            }
            keywordSlots[slot] = keyword.getKey();
            keywordNumbers[slot] = keyword.getValue();
        }
    }

    /** Cheaper than {@code hashCode}, which would read all of a name that is seen once. */
    private int slot(String text) {
        int length = text.length();
        return text.charAt(0) * 31 + text.charAt(length - 1) * 7 + length & keywordSlots.length - 1;
    }

    /** The number of terminals, {@link #UNKNOWN} included. */
    int size() {
        return terminals.size();
    }

    /** Whether a class of token is a soft keyword. */
    public boolean isSoft(int number) {
        return softKeywords.get(number);
    }

    /** Whether a soft keyword begins with a text. */
    public boolean isBeginOfSoftKeyword(String text) {
        return keywords(true).stream().anyMatch(keyword -> keyword.startsWith(text));
    }

    /** Whether a token of that class is a name wherever one is wanted. */
    public boolean isPlainName(int number) {
        return isSoft(number)
                || terminals.get(number) != null && terminals.get(number).equals(NAME);
    }

    /** The class of a token. */
    int classify(Token token) {
        TokenKind kind = token.kind();
        String text = token.text();
        if (kind == TokenKind.NAME && !text.isEmpty()) {
            int mask = keywordSlots.length - 1;
            for (int slot = slot(text); keywordSlots[slot] != null; slot = slot + 1 & mask) {
                if (keywordSlots[slot].equals(text)) {
                    return keywordNumbers[slot];
                }
            }
        }
        int index = kind.index();
        return index < numberByKind.length ? numberByKind[index] : UNKNOWN;
    }

    Terminal terminal(int number) {
        return terminals.get(number);
    }

    /** The keywords, soft or not, in alphabetical order. */
    public List<String> keywords(boolean soft) {
        return numberByText.entrySet().stream()
                .filter(entry -> softKeywords.get(entry.getValue()) == soft)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
