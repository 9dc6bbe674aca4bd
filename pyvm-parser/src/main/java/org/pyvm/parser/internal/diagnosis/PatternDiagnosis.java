package org.pyvm.parser.internal.diagnosis;

import java.util.Locale;
import org.pyvm.parser.internal.diagnosis.Probe.Memo;
import org.pyvm.tokenizer.TokenKind;

/** The patterns of {@code case}. */
final class PatternDiagnosis {
    private final Probe probe;
    private final Diagnosis all;

    PatternDiagnosis(Probe probe, Diagnosis all) {
        this.probe = probe;
        this.all = all;
    }

    /** What stands behind {@code case}. */
    boolean patterns() {
        return openSequence() || pattern() != null;
    }

    private Found pattern() {
        int start = probe.mark();
        if (orPattern() == null) {
            return null;
        }
        int behind = probe.mark();
        if (probe.take("as")) {
            if (captureTarget()) {
                return probe.since(start, Kind.OTHER);
            }
            if (probe.wording()) {
                wrongCapture(behind);
            }
            probe.back(behind);
        }
        return probe.since(start, Kind.OTHER);
    }

    private void wrongCapture(int behind) {
        probe.back(behind + 1);
        if (probe.at("_")) {
            probe.advance();
            throw probe.errors.at(probe.taken(), "cannot use '_' as a target");
        }
        Found target = probe.atName() ? null : all.expressions.expression();
        if (target != null) {
            throw probe.errors.at(target, "invalid pattern target");
        }
    }

    private Found orPattern() {
        int start = probe.mark();
        if (closedPattern() == null) {
            return null;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.VBAR) || closedPattern() == null) {
                probe.back(before);
                return probe.since(start, Kind.OTHER);
            }
        }
    }

    private Found closedPattern() {
        return probe.memo(Memo.CLOSED_PATTERN, () -> {
            int start = probe.mark();
            boolean found = literal()
                    || captureTarget()
                    || probe.take("_")
                    || value()
                    || bracketed(TokenKind.LPAR)
                    || bracketed(TokenKind.LSQB)
                    || mapping()
                    || classPattern();
            return found ? probe.since(start, Kind.OTHER) : probe.back(start);
        });
    }

    private boolean literal() {
        int start = probe.mark();
        if (signedNumber() && !probe.atAny(TokenKind.PLUS, TokenKind.MINUS)) {
            return true;
        }
        probe.back(start);
        return complexNumber()
                || all.atoms.strings() != null
                || probe.take("None")
                || probe.take("True")
                || probe.take("False");
    }

    private boolean signedNumber() {
        int start = probe.mark();
        probe.take(TokenKind.MINUS);
        if (probe.take(TokenKind.NUMBER)) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean complexNumber() {
        int start = probe.mark();
        if (!signedNumber()) {
            return false;
        }
        Found real = probe.taken();
        if (isImaginary(real)) {
            throw probe.errors.at(real, "real number required in complex literal");
        }
        if (probe.atAny(TokenKind.PLUS, TokenKind.MINUS)) {
            probe.advance();
            if (probe.take(TokenKind.NUMBER)) {
                if (!isImaginary(probe.taken())) {
                    throw probe.errors.at(probe.taken(), "imaginary number required in complex literal");
                }
                return true;
            }
        }
        probe.back(start);
        return false;
    }

    private boolean isImaginary(Found number) {
        return probe.token(number.from()).text().toLowerCase(Locale.ROOT).endsWith("j");
    }

    /** A name that is bound: not {@code _}, and nothing behind it that makes it something else. */
    private boolean captureTarget() {
        int start = probe.mark();
        if (!probe.at("_") && probe.name() != null && !probe.atAny(TokenKind.DOT, TokenKind.LPAR, TokenKind.EQUAL)) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean value() {
        int start = probe.mark();
        if (dottedName() > 1 && !probe.atAny(TokenKind.DOT, TokenKind.LPAR, TokenKind.EQUAL)) {
            return true;
        }
        probe.back(start);
        return false;
    }

    /** Takes {@code a.b.c}; the number of names. */
    private int dottedName() {
        if (probe.name() == null) {
            return 0;
        }
        int names = 1;
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.DOT) || probe.name() == null) {
                probe.back(before);
                return names;
            }
            names++;
        }
    }

    /** A group or a sequence. */
    private boolean bracketed(TokenKind opener) {
        int start = probe.mark();
        if (!probe.take(opener)) {
            return false;
        }
        if (opener == TokenKind.LSQB) {
            sequence();
            if (probe.take(TokenKind.RSQB)) {
                return true;
            }
        } else {
            if (pattern() != null && probe.take(TokenKind.RPAR)) {
                return true;
            }
            probe.back(start + 1);
            openSequence();
            if (probe.take(TokenKind.RPAR)) {
                return true;
            }
        }
        probe.back(start);
        return false;
    }

    /** Patterns with at least one comma. */
    private boolean openSequence() {
        int start = probe.mark();
        if (starOrPattern() && probe.take(TokenKind.COMMA)) {
            sequence();
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean sequence() {
        if (!starOrPattern()) {
            return false;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.COMMA) || !starOrPattern()) {
                probe.back(before);
                probe.take(TokenKind.COMMA);
                return true;
            }
        }
    }

    private boolean starOrPattern() {
        int start = probe.mark();
        if (probe.take(TokenKind.STAR) && (captureTarget() || probe.take("_"))) {
            return true;
        }
        probe.back(start);
        return pattern() != null;
    }

    private boolean mapping() {
        int start = probe.mark();
        if (!probe.take(TokenKind.LBRACE)) {
            return false;
        }
        boolean more = true;
        while (more && item()) {
            more = probe.take(TokenKind.COMMA);
        }
        if (more && probe.take(TokenKind.DOUBLESTAR) && captureTarget()) {
            probe.take(TokenKind.COMMA);
        }
        if (probe.take(TokenKind.RBRACE)) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean item() {
        int start = probe.mark();
        if ((literal() || dottedName() > 1) && probe.take(TokenKind.COLON) && pattern() != null) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean classPattern() {
        int start = probe.mark();
        if (dottedName() == 0 || !probe.take(TokenKind.LPAR)) {
            probe.back(start);
            return false;
        }
        int inside = probe.mark();
        if (positional() != null) {
            int behind = probe.mark();
            if (!probe.take(TokenKind.COMMA) || !keywords()) {
                probe.back(behind);
            }
            probe.take(TokenKind.COMMA);
        } else if (keywords()) {
            probe.take(TokenKind.COMMA);
        }
        if (probe.take(TokenKind.RPAR)) {
            return true;
        }
        if (probe.wording()) {
            probe.back(inside);
            positionalBehindKeywords();
        }
        probe.back(start);
        return false;
    }

    private void positionalBehindKeywords() {
        int inside = probe.mark();
        if (positional() == null || !probe.take(TokenKind.COMMA)) {
            probe.back(inside);
        }
        if (keywords() && probe.take(TokenKind.COMMA)) {
            Found late = positional();
            if (late != null) {
                throw probe.errors.at(late, "positional patterns follow keyword patterns");
            }
        }
    }

    /** From the first positional pattern to the last. */
    private Found positional() {
        int start = probe.mark();
        if (pattern() == null) {
            return null;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.COMMA) || pattern() == null) {
                probe.back(before);
                return probe.since(start, Kind.OTHER);
            }
        }
    }

    private boolean keywords() {
        if (!keyword()) {
            return false;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.COMMA) || !keyword()) {
                probe.back(before);
                return true;
            }
        }
    }

    private boolean keyword() {
        int start = probe.mark();
        if (probe.name() != null && probe.take(TokenKind.EQUAL) && pattern() != null) {
            return true;
        }
        probe.back(start);
        return false;
    }
}
