package org.pyvm.parser.internal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.parser.internal.diagnosis.Probe.Memo;
import org.pyvm.tokenizer.TokenKind;

/** What can be assigned to or deleted, and the words for what cannot. */
final class TargetDiagnosis {
    private final Probe probe;
    private final Diagnosis all;

    TargetDiagnosis(Probe probe, Diagnosis all) {
        this.probe = probe;
        this.all = all;
    }

    /** Where the target stands, which decides what is wrong with it. */
    enum Use {
        ASSIGN,
        LOOP,
        DELETE
    }

    Found starTargets() {
        int start = probe.mark();
        Found first = starTarget();
        if (first == null || !probe.at(TokenKind.COMMA)) {
            return first;
        }
        List<Found> targets = moreStarTargets(first);
        probe.take(TokenKind.COMMA);
        return probe.since(start, Kind.TUPLE, targets);
    }

    private List<Found> moreStarTargets(Found first) {
        List<Found> targets = new ArrayList<>(List.of(first));
        while (true) {
            int before = probe.mark();
            Found next = probe.take(TokenKind.COMMA) ? starTarget() : null;
            if (next == null) {
                probe.back(before);
                return targets;
            }
            targets.add(next);
        }
    }

    Found starTarget() {
        return probe.memo(Memo.STAR_TARGET, () -> {
            int start = probe.mark();
            if (probe.take(TokenKind.STAR)) {
                Found inner = probe.at(TokenKind.STAR) ? null : starTarget();
                if (inner != null) {
                    return probe.since(start, Kind.STARRED, List.of(inner));
                }
                probe.back(start);
            }
            return targetWithStarAtom();
        });
    }

    private Found targetWithStarAtom() {
        return probe.memo(Memo.TARGET_WITH_STAR_ATOM, () -> {
            Found found = attributeOrItem();
            return found != null ? found : starAtom();
        });
    }

    /** An attribute or item of something, with no trailer behind. */
    Found attributeOrItem() {
        int start = probe.mark();
        Found owner = all.atoms.primaryBeforeTrailer();
        if (owner != null && !probe.at(TokenKind.LPAR)) {
            Found found = all.atoms.trailer(start);
            if (found != null && !atTrailer()) {
                return found;
            }
        }
        return probe.back(start);
    }

    private boolean atTrailer() {
        return probe.atAny(TokenKind.LPAR, TokenKind.LSQB, TokenKind.DOT);
    }

    private Found starAtom() {
        int start = probe.mark();
        Found name = probe.name();
        if (name != null) {
            return name;
        }
        if (probe.take(TokenKind.LPAR)) {
            Found inner = targetWithStarAtom();
            if (inner != null && probe.take(TokenKind.RPAR)) {
                return inner;
            }
            probe.back(start + 1);
            Found first = starTarget();
            if (first != null && probe.at(TokenKind.COMMA)) {
                moreStarTargets(first);
                probe.take(TokenKind.COMMA);
            } else {
                probe.back(start + 1);
            }
            return probe.take(TokenKind.RPAR) ? probe.since(start, Kind.TUPLE) : probe.back(start);
        }
        if (probe.take(TokenKind.LSQB)) {
            Found first = starTarget();
            if (first != null) {
                moreStarTargets(first);
                probe.take(TokenKind.COMMA);
            }
            return probe.take(TokenKind.RSQB) ? probe.since(start, Kind.LIST) : probe.back(start);
        }
        return null;
    }

    /** A name, attribute or item, in parentheses or not. */
    Found singleTarget() {
        Found found = attributeOrItem();
        if (found != null) {
            return found;
        }
        found = probe.name();
        return found != null ? found : singleTargetInParentheses();
    }

    Found singleTargetInParentheses() {
        int start = probe.mark();
        if (probe.take(TokenKind.LPAR)) {
            Found inner = singleTarget();
            if (inner != null && probe.take(TokenKind.RPAR)) {
                return inner;
            }
        }
        return probe.back(start);
    }

    boolean deletionTargets() {
        if (deletionTarget() == null) {
            return false;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.COMMA) || deletionTarget() == null) {
                probe.back(before);
                probe.take(TokenKind.COMMA);
                return true;
            }
        }
    }

    private Found deletionTarget() {
        return probe.memo(Memo.DEL_TARGET, () -> {
            Found found = attributeOrItem();
            if (found != null) {
                return found;
            }
            int start = probe.mark();
            found = probe.name();
            if (found != null) {
                return found;
            }
            TokenKind closer = probe.at(TokenKind.LPAR) ? TokenKind.RPAR : TokenKind.RSQB;
            if (probe.atAny(TokenKind.LPAR, TokenKind.LSQB)) {
                probe.advance();
                deletionTargets();
                return probe.take(closer) ? probe.since(start, Kind.TUPLE) : probe.back(start);
            }
            return null;
        });
    }

    /** After {@code for}. */
    void wrongLoopTarget() {
        if (!probe.wording()) {
            return;
        }
        probe.take("async");
        if (probe.take("for")) {
            Found target = all.expressions.starExpressions();
            if (target != null) {
                refuse(target, Use.LOOP);
            }
        }
    }

    /** Complains if it cannot be used so. */
    void refuse(Found target, Use use) {
        Found wrong = wrongPart(target, use);
        if (wrong != null) {
            String verb = use == Use.DELETE ? "cannot delete " : "cannot assign to ";
            throw probe.errors.at(wrong, verb + wrong.kind().words);
        }
    }

    private static Found wrongPart(Found target, Use use) {
        return switch (target.kind()) {
            case NAME, ATTRIBUTE, SUBSCRIPT -> null;
            case LIST, TUPLE -> {
                for (Found part : target.parts()) {
                    Found wrong = wrongPart(part, use);
                    if (wrong != null) {
                        yield wrong;
                    }
                }
                yield null;
            }
            case STARRED -> use == Use.DELETE ? target : wrongPart(target.last(), use);
            case COMPARISON -> {
                if (use != Use.LOOP) {
                    yield target;
                }
                // "for x in y" reads as a comparison up to the colon: its left side is the target.
                yield target.parts().isEmpty() ? null : wrongPart(target.last(), use);
            }
            case LAMBDA,
                    CALL,
                    OPERATION,
                    GENERATOR,
                    YIELD,
                    AWAIT,
                    LIST_COMPREHENSION,
                    SET_COMPREHENSION,
                    DICT_COMPREHENSION,
                    DICT,
                    SET,
                    F_STRING,
                    LITERAL,
                    TRUE,
                    FALSE,
                    NONE,
                    ELLIPSIS,
                    CONDITIONAL,
                    WALRUS,
                    OTHER -> target;
        };
    }
}
