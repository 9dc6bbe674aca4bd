package org.pyvm.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.tokenizer.internal.OperatorTable;

/**
 * What plugins add to Python's tokens. Immutable. Every method that adds gives a new object, and throws {@code
 * IllegalArgumentException} with the reason when the addition is none that the tokenizer can tell from Python's own.
 */
public final class TokenAdditions {
    /** Python's tokens as they are. */
    public static final TokenAdditions NONE = new TokenAdditions(List.of(), Map.of(), Map.of(), List.of());

    private static final List<String> KEYWORDS_BEHIND_NUMBERS =
            List.of("and", "else", "for", "if", "in", "is", "not", "or");
    private static final String PYTHON_PREFIXES = " r b f u rb br rf fr ";

    private final List<TokenKind> operators;
    private final Map<String, TokenKind> numberSuffixes;
    private final Map<String, TokenKind> stringPrefixes;
    private final List<CommentForm> comments;

    /**
     * A form of comments.
     *
     * @param start what one begins with
     * @param end what one ends with; null for the end of the line
     */
    public record CommentForm(String start, String end) {}

    private TokenAdditions(
            List<TokenKind> operators,
            Map<String, TokenKind> numberSuffixes,
            Map<String, TokenKind> stringPrefixes,
            List<CommentForm> comments) {
        this.operators = operators;
        this.numberSuffixes = numberSuffixes;
        this.stringPrefixes = stringPrefixes;
        this.comments = comments;
    }

    /**
     * An operator or delimiter: ASCII punctuation other than quotes, brackets, {@code #}, {@code \} and {@code _}. A bracket
     * that opens may be the last of several characters; the usual one closes it.
     */
    public TokenAdditions withOperator(TokenKind kind) {
        new OperatorTable(List.of(kind));
        if (TokenKind.ofSpelling(kind.spelling()) != null) {
            throw new IllegalArgumentException("Python has a token '" + kind.spelling() + "' already");
        }
        List<TokenKind> more = new ArrayList<>(operators);
        for (TokenKind other : operators) {
            if (other.spelling().equals(kind.spelling())) {
                throw new IllegalArgumentException("the token '" + kind.spelling() + "' is defined already");
            }
        }
        more.add(kind);
        return new TokenAdditions(List.copyOf(more), numberSuffixes, stringPrefixes, comments);
    }

    /**
     * A word right behind a number, which makes both a token of its own kind, {@code 5km}.
     *
     * @param suffix ASCII letters; no beginning of a keyword that may follow a number, since {@code 5in x} is Python
     */
    public TokenAdditions withNumberSuffix(String suffix, TokenKind kind) {
        if (!suffix.matches("[A-Za-z][A-Za-z0-9_]*") || "eEjJ".indexOf(suffix.charAt(0)) >= 0) {
            throw new IllegalArgumentException("'" + suffix + "' cannot be the suffix of a number");
        }
        for (String keyword : KEYWORDS_BEHIND_NUMBERS) {
            if (keyword.startsWith(suffix) || suffix.startsWith(keyword)) {
                throw new IllegalArgumentException(
                        "the number suffix '" + suffix + "' cannot be told from the keyword '" + keyword + "'");
            }
        }
        return new TokenAdditions(
                operators, with(numberSuffixes, suffix, kind, "number suffix"), stringPrefixes, comments);
    }

    /** A prefix of string literals, which makes them a kind of their own. @param prefix one to three ASCII letters */
    public TokenAdditions withStringPrefix(String prefix, TokenKind kind) {
        if (!prefix.matches("[A-Za-z]{1,3}")
                || PYTHON_PREFIXES.contains(" " + prefix.toLowerCase(java.util.Locale.ROOT) + " ")) {
            throw new IllegalArgumentException("'" + prefix + "' cannot be a new prefix of strings");
        }
        return new TokenAdditions(
                operators, numberSuffixes, with(stringPrefixes, prefix, kind, "string prefix"), comments);
    }

    /** A form of comments; it goes before an operator that begins alike. */
    public TokenAdditions withComment(CommentForm form) {
        if (form.start().isEmpty() || !form.start().chars().allMatch(c -> c > ' ' && c < 0x7F && !isWord(c))) {
            throw new IllegalArgumentException("a comment cannot begin with '" + form.start() + "'");
        }
        List<CommentForm> more = new ArrayList<>(comments);
        for (CommentForm other : comments) {
            if (other.start().equals(form.start())) {
                throw new IllegalArgumentException("comments that begin with '" + form.start() + "' exist already");
            }
        }
        more.add(form);
        return new TokenAdditions(operators, numberSuffixes, stringPrefixes, List.copyOf(more));
    }

    private static boolean isWord(int c) {
        return c == '_' || c == '"' || c == '\'' || Character.isLetterOrDigit(c);
    }

    private static Map<String, TokenKind> with(Map<String, TokenKind> known, String text, TokenKind kind, String what) {
        Map<String, TokenKind> more = new HashMap<>(known);
        if (more.put(text, kind) != null) {
            throw new IllegalArgumentException("the " + what + " '" + text + "' is defined already");
        }
        return Map.copyOf(more);
    }

    public List<TokenKind> operators() {
        return operators;
    }

    /** Every kind that is added. */
    public List<TokenKind> kinds() {
        List<TokenKind> all = new ArrayList<>(operators);
        all.addAll(numberSuffixes.values());
        all.addAll(stringPrefixes.values());
        return all.stream().distinct().toList();
    }

    /** The kind of numbers with a suffix, or null. */
    public TokenKind suffixed(String word) {
        return numberSuffixes.get(word);
    }

    public boolean hasNumberSuffixes() {
        return !numberSuffixes.isEmpty();
    }

    /** The kind of strings with a prefix, or null. */
    public TokenKind prefixed(String prefix) {
        return stringPrefixes.get(prefix);
    }

    public boolean hasStringPrefixes() {
        return !stringPrefixes.isEmpty();
    }

    /** The form of the comment that begins at an index of the text, or null. */
    public CommentForm commentAt(String text, int index) {
        for (CommentForm form : comments) {
            if (text.startsWith(form.start(), index)) {
                return form;
            }
        }
        return null;
    }

    public boolean hasComments() {
        return !comments.isEmpty();
    }
}
