package org.pyvm.parser.internal.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pyvm.parser.internal.TokenBuffer;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * The place in the tokens that the second pass has reached, and how far it has looked. A method of the second pass that
 * does not recognise what it is for returns null (or false) and leaves the place as it was.
 */
final class Probe {
    /** CPython's parser gives up at this depth. */
    private static final int MAX_DEPTH = 6000;

    /** In the memory: it was looked for, in vain. */
    private static final Found NOT_THERE = new Found(Kind.OTHER, 0, 0);

    final Wording errors;
    private final TokenBuffer tokens;
    private final Map<Long, Found> memory = new HashMap<>();
    /** Where to go on behind what is remembered, which a closing parenthesis is no part of. */
    private final Map<Long, Integer> behind = new HashMap<>();

    private int mark;
    private int depth;
    /** Off while an expression is only looked for, so that what is wrong in it is not reported. */
    private boolean wording;

    /** Nesting of brackets behind each token. */
    private final List<Integer> levels = new ArrayList<>();

    /** @param wording whether to look for what is often wrong */
    Probe(TokenBuffer tokens, Wording errors, int start, boolean wording) {
        this.tokens = tokens;
        this.errors = errors;
        this.mark = start;
        this.wording = wording;
    }

    /** Things that are looked for again and again at the same place. */
    enum Memo {
        EXPRESSION,
        STAR_EXPRESSION,
        DISJUNCTION,
        CONJUNCTION,
        INVERSION,
        BITWISE_OR,
        FACTOR,
        AWAIT_PRIMARY,
        ARGUMENTS,
        STAR_TARGET,
        TARGET_WITH_STAR_ATOM,
        DEL_TARGET,
        SIMPLE_STMT,
        BLOCK,
        INVALID_NAMED_EXPRESSION,
        CLOSED_PATTERN
    }

    /** What was found here before, or else {@code body}'s answer. */
    Found memo(Memo what, Supplier<Found> body) {
        long key = (long) what.ordinal() << 32 | mark;
        Found known = memory.get(key);
        if (known != null) {
            if (known == NOT_THERE) {
                return null;
            }
            mark = behind.get(key);
            return known;
        }
        if (++depth > MAX_DEPTH) {
            throw errors.tooDeep();
        }
        Found found = body.get();
        depth--;
        memory.put(key, found == null ? NOT_THERE : found);
        behind.put(key, mark);
        return found;
    }

    int mark() {
        return mark;
    }

    /** Goes back; always null, so that a method can end with it. */
    Found back(int to) {
        mark = to;
        return null;
    }

    boolean wording() {
        return wording;
    }

    /** Looks for something without complaining of what is wrong inside. */
    Found quietly(Supplier<Found> body) {
        boolean before = wording;
        wording = false;
        Found found = body.get();
        wording = before;
        return found;
    }

    Token token() {
        return token(mark);
    }

    Token token(int index) {
        Token token = tokens.at(index);
        errors.looked(index);
        return token;
    }

    boolean at(TokenKind kind) {
        return token().kind() == kind && tokens.classAt(mark) != 0;
    }

    boolean at(String word) {
        Token token = token();
        return token.kind() == TokenKind.NAME && token.text().equals(word);
    }

    boolean atAny(TokenKind... kinds) {
        for (TokenKind kind : kinds) {
            if (at(kind)) {
                return true;
            }
        }
        return false;
    }

    boolean take(TokenKind kind) {
        if (at(kind)) {
            mark++;
            return true;
        }
        return false;
    }

    boolean take(String word) {
        if (at(word)) {
            mark++;
            return true;
        }
        return false;
    }

    /** Whether the next token is a name and no keyword. */
    boolean atName() {
        return token().kind() == TokenKind.NAME && tokens.vocabulary().isPlainName(tokens.classAt(mark));
    }

    /** Whether it is a name that CPython takes for a soft keyword here: it compares no more than the name's length. */
    boolean atBeginOfSoftKeyword() {
        return atName() && tokens.vocabulary().isBeginOfSoftKeyword(token().text());
    }

    /** A name, or null. */
    Found name() {
        if (!atName()) {
            return null;
        }
        mark++;
        return new Found(Kind.NAME, mark - 1, mark);
    }

    /** The token just taken. */
    Found taken() {
        return new Found(Kind.OTHER, mark - 1, mark);
    }

    /** What was taken since, as one thing. */
    Found since(int start, Kind kind) {
        return new Found(kind, start, mark);
    }

    Found since(int start, Kind kind, List<Found> parts) {
        return new Found(kind, start, mark, parts);
    }

    /** How many brackets are open behind a token. */
    int bracketsOpen(int index) {
        for (int i = levels.size(); i <= index; i++) {
            int before = i == 0 ? 0 : levels.get(i - 1);
            TokenKind kind = tokens.at(i).kind();
            if (kind == TokenKind.LPAR || kind == TokenKind.LSQB || kind == TokenKind.LBRACE) {
                before++;
            } else if (kind == TokenKind.RPAR || kind == TokenKind.RSQB || kind == TokenKind.RBRACE) {
                before--;
            }
            levels.add(before);
        }
        return levels.get(index);
    }

    /** The class of the next token, for what is parsed by tables. */
    int tokenClass() {
        token();
        return tokens.classAt(mark);
    }

    void advance() {
        mark++;
    }
}
