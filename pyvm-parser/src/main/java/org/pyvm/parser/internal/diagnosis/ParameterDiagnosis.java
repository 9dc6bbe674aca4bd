package org.pyvm.parser.internal.diagnosis;

import org.pyvm.tokenizer.TokenKind;

/** The parameters of a function or of a lambda: the same but for annotations, type comments and what ends them. */
final class ParameterDiagnosis {
    private final Probe probe;
    private final Diagnosis all;
    private final boolean lambda;
    private final TokenKind closer;

    ParameterDiagnosis(Probe probe, Diagnosis all, boolean lambda) {
        this.probe = probe;
        this.all = all;
        this.lambda = lambda;
        this.closer = lambda ? TokenKind.COLON : TokenKind.RPAR;
    }

    private enum Default {
        NONE,
        NEEDED,
        ALLOWED
    }

    /** All parameters; they may be none. */
    void parameters() {
        int start = probe.mark();
        if (probe.wording()) {
            wrongOrder();
            probe.back(start);
        }
        boolean any = slashWithoutDefault();
        boolean defaultsOnly = !any && slashWithDefault();
        any |= defaultsOnly;
        while (!defaultsOnly && parameterAnd(Default.NONE) != null) {
            any = true;
        }
        while (parameterAnd(Default.NEEDED) != null) {
            any = true;
        }
        any |= starEtc();
        if (!any) {
            probe.back(start);
        }
    }

    /** Positional-only parameters with their slash. */
    private boolean slash() {
        return slashWithoutDefault() || slashWithDefault();
    }

    private boolean slashWithoutDefault() {
        int start = probe.mark();
        boolean any = false;
        while (parameterAnd(Default.NONE) != null) {
            any = true;
        }
        if (any && slashItself()) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean slashWithDefault() {
        int start = probe.mark();
        while (parameterAnd(Default.NONE) != null) {}
        boolean any = false;
        while (parameterAnd(Default.NEEDED) != null) {
            any = true;
        }
        if (any && slashItself()) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean slashItself() {
        int start = probe.mark();
        if (probe.take(TokenKind.SLASH) && (probe.take(TokenKind.COMMA) || probe.at(closer))) {
            return true;
        }
        probe.back(start);
        return false;
    }

    /** {@code *args}, what follows it, and {@code **kwargs}. */
    private boolean starEtc() {
        int start = probe.mark();
        if (probe.wording()) {
            wrongStar();
            probe.back(start);
        }
        if (probe.take(TokenKind.STAR)) {
            if (parameterAnd(Default.NONE) != null || starAnnotated()) {
                while (parameterAnd(Default.ALLOWED) != null) {}
                keywords();
                return true;
            }
            if (probe.take(TokenKind.COMMA) && parameterAnd(Default.ALLOWED) != null) {
                while (parameterAnd(Default.ALLOWED) != null) {}
                keywords();
                return true;
            }
            probe.back(start);
        }
        return keywords();
    }

    private boolean keywords() {
        int start = probe.mark();
        if (probe.wording()) {
            wrongKeywords();
            probe.back(start);
        }
        if (probe.take(TokenKind.DOUBLESTAR) && parameterAnd(Default.NONE) != null) {
            return true;
        }
        probe.back(start);
        return false;
    }

    /** One parameter with its default and the comma behind it, if it is not the last. */
    private Found parameterAnd(Default wanted) {
        int start = probe.mark();
        Found parameter = parameter();
        if (parameter == null) {
            return null;
        }
        if (wanted != Default.NONE && !defaultValue() && wanted == Default.NEEDED) {
            return probe.back(start);
        }
        return separator() ? parameter : probe.back(start);
    }

    private boolean separator() {
        if (probe.take(TokenKind.COMMA)) {
            if (!lambda) {
                probe.take(TokenKind.TYPE_COMMENT);
            }
            return true;
        }
        if (!lambda) {
            probe.take(TokenKind.TYPE_COMMENT);
        }
        return probe.at(closer);
    }

    private Found parameter() {
        int start = probe.mark();
        if (probe.name() == null) {
            return null;
        }
        if (!lambda) {
            int behind = probe.mark();
            if (!probe.take(TokenKind.COLON) || all.expressions.expression() == null) {
                probe.back(behind);
            }
        }
        return probe.since(start, Kind.OTHER);
    }

    /** {@code args: *Ts}. */
    private boolean starAnnotated() {
        int start = probe.mark();
        if (!lambda
                && probe.name() != null
                && probe.take(TokenKind.COLON)
                && all.expressions.starExpression() != null
                && separator()) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean defaultValue() {
        int start = probe.mark();
        if (probe.take(TokenKind.EQUAL)) {
            Found equal = probe.taken();
            if (all.expressions.expression() != null) {
                return true;
            }
            probe.back(equal.to());
            if (probe.wording() && probe.atAny(TokenKind.RPAR, TokenKind.COMMA)) {
                throw probe.errors.at(equal, "expected default value expression");
            }
        }
        probe.back(start);
        return false;
    }

    private void wrongOrder() {
        int start = probe.mark();
        while (parameterAnd(Default.NONE) != null) {}
        int behind = probe.mark();
        boolean defaults = slashWithDefault();
        while (!defaults && parameterAnd(Default.NEEDED) != null) {
            while (parameterAnd(Default.NEEDED) != null) {}
            defaults = true;
        }
        Found late = defaults ? parameterAnd(Default.NONE) : null;
        if (late != null) {
            throw probe.errors.at(late, "non-default argument follows default argument");
        }
        probe.back(behind);
        inParentheses();
        probe.back(start);
        if (probe.take(TokenKind.SLASH)) {
            Found slash = probe.taken();
            if (probe.take(TokenKind.COMMA)) {
                throw probe.errors.at(slash, "at least one argument must precede /");
            }
            probe.back(start);
        }
        wrongSlash();
    }

    private void inParentheses() {
        if (!probe.take(TokenKind.LPAR)) {
            return;
        }
        Found opener = probe.taken();
        boolean any = false;
        if (lambda) {
            while (parameter() != null) {
                any = true;
                if (!probe.at(TokenKind.COMMA)) {
                    break;
                }
                probe.advance();
            }
        } else {
            while (parameterAnd(Default.NONE) != null) {
                any = true;
            }
            probe.take(TokenKind.COMMA);
        }
        if (any && probe.take(TokenKind.RPAR)) {
            String what = lambda ? "Lambda expression" : "Function";
            throw probe.errors.between(opener, probe.taken(), what + " parameters cannot be parenthesized");
        }
    }

    private void wrongSlash() {
        int start = probe.mark();
        boolean first = slash();
        if (first) {
            while (parameterAnd(Default.ALLOWED) != null) {}
            if (probe.take(TokenKind.SLASH)) {
                throw probe.errors.at(probe.taken(), "/ may appear only once");
            }
        }
        probe.back(start);
        slash();
        while (parameterAnd(Default.ALLOWED) != null) {}
        if (probe.take(TokenKind.STAR) && (probe.take(TokenKind.COMMA) || parameterAnd(Default.NONE) != null)) {
            while (parameterAnd(Default.ALLOWED) != null) {}
            if (probe.take(TokenKind.SLASH)) {
                throw probe.errors.at(probe.taken(), "/ must be ahead of *");
            }
        }
        probe.back(start);
        boolean any = false;
        while (parameterAnd(Default.ALLOWED) != null) {
            any = true;
        }
        if (any && probe.take(TokenKind.SLASH) && probe.take(TokenKind.STAR)) {
            throw probe.errors.at(probe.taken(), "expected comma between / and *");
        }
    }

    private void wrongStar() {
        int start = probe.mark();
        if (!probe.take(TokenKind.STAR)) {
            return;
        }
        Found star = probe.taken();
        boolean bare = probe.at(closer);
        if (!bare && probe.take(TokenKind.COMMA)) {
            bare = probe.at(closer) || probe.at(TokenKind.DOUBLESTAR);
            if (!lambda && !bare && probe.at(TokenKind.TYPE_COMMENT)) {
                throw probe.errors.atLastToken("bare * has associated type comment");
            }
        }
        if (bare) {
            String message = "named arguments must follow bare *";
            throw lambda ? probe.errors.atLastToken(message) : probe.errors.at(star, message);
        }
        probe.back(start + 1);
        if (parameter() != null && probe.take(TokenKind.EQUAL)) {
            throw probe.errors.at(probe.taken(), "var-positional argument cannot have default value");
        }
        probe.back(start + 1);
        if (parameterAnd(Default.NONE) != null || probe.take(TokenKind.COMMA)) {
            while (parameterAnd(Default.ALLOWED) != null) {}
            if (probe.take(TokenKind.STAR)) {
                Found second = probe.taken();
                if (parameterAnd(Default.NONE) != null || probe.take(TokenKind.COMMA)) {
                    throw probe.errors.at(second, "* argument may appear only once");
                }
            }
        }
    }

    private void wrongKeywords() {
        if (!probe.take(TokenKind.DOUBLESTAR) || parameter() == null) {
            return;
        }
        if (probe.take(TokenKind.EQUAL)) {
            throw probe.errors.at(probe.taken(), "var-keyword argument cannot have default value");
        }
        if (probe.take(TokenKind.COMMA)) {
            String message = "arguments cannot follow var-keyword argument";
            Found more = parameter();
            if (more != null) {
                throw probe.errors.at(more, message);
            }
            if (probe.atAny(TokenKind.STAR, TokenKind.DOUBLESTAR, TokenKind.SLASH)) {
                probe.advance();
                throw probe.errors.at(probe.taken(), message);
            }
        }
    }
}
