package org.pyvm.parser.internal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.pyvm.tokenizer.TokenKind;

/** Names, literals, what stands in brackets, and attributes, items and calls of them. */
final class AtomDiagnosis {
    private final Probe probe;
    private final Diagnosis all;

    AtomDiagnosis(Probe probe, Diagnosis all) {
        this.probe = probe;
        this.all = all;
    }

    Found primary() {
        int start = probe.mark();
        Found found = atom();
        while (found != null) {
            Found longer = trailer(start);
            if (longer == null) {
                return found;
            }
            found = longer;
        }
        return null;
    }

    /** A primary as far as a trailer follows, which must be there. */
    Found primaryBeforeTrailer() {
        int start = probe.mark();
        Found found = atom();
        if (found == null || !atTrailer()) {
            return probe.back(start);
        }
        while (true) {
            int behind = probe.mark();
            Found longer = trailer(start);
            if (longer == null || !atTrailer()) {
                probe.back(behind);
                return found;
            }
            found = longer;
        }
    }

    private boolean atTrailer() {
        return probe.atAny(TokenKind.LPAR, TokenKind.LSQB, TokenKind.DOT);
    }

    /** What the primary that began there becomes by the next trailer. */
    Found trailer(int start) {
        int before = probe.mark();
        if (probe.take(TokenKind.DOT)) {
            return probe.name() != null ? probe.since(start, Kind.ATTRIBUTE) : probe.back(before);
        }
        // A call with a bare generator is tried first, which looks for wrong comprehensions in any sort of brackets.
        if (generator() != null) {
            return probe.since(start, Kind.CALL);
        }
        if (probe.take(TokenKind.LPAR)) {
            all.arguments.arguments();
            return probe.take(TokenKind.RPAR) ? probe.since(start, Kind.CALL) : probe.back(before);
        }
        if (probe.take(TokenKind.LSQB)) {
            return slices() && probe.take(TokenKind.RSQB) ? probe.since(start, Kind.SUBSCRIPT) : probe.back(before);
        }
        return all.plugins.found("trailer") != null ? probe.since(start, Kind.OTHER) : null;
    }

    private boolean slices() {
        int start = probe.mark();
        if (slice()) {
            if (!probe.at(TokenKind.COMMA)) {
                return true;
            }
            probe.back(start);
        }
        boolean any = false;
        while (slice() || all.expressions.starredExpression() != null) {
            any = true;
            if (!probe.take(TokenKind.COMMA)) {
                break;
            }
        }
        return any;
    }

    private boolean slice() {
        int start = probe.mark();
        all.expressions.expression();
        if (probe.take(TokenKind.COLON)) {
            all.expressions.expression();
            if (probe.take(TokenKind.COLON)) {
                all.expressions.expression();
            }
            return true;
        }
        probe.back(start);
        return all.expressions.namedExpression() != null;
    }

    private Found atom() {
        int start = probe.mark();
        Found name = probe.name();
        if (name != null) {
            return name;
        }
        TokenKind kind = probe.token().kind();
        if (kind == TokenKind.NAME) {
            Kind constant = constant(probe.token().text());
            if (constant != null) {
                probe.advance();
                return probe.since(start, constant);
            }
        } else if (kind == TokenKind.STRING) {
            return strings();
        } else if (kind == TokenKind.NUMBER) {
            probe.advance();
            return probe.since(start, Kind.LITERAL);
        } else if (kind == TokenKind.ELLIPSIS) {
            probe.advance();
            return probe.since(start, Kind.ELLIPSIS);
        } else if (kind == TokenKind.LPAR) {
            return firstOf(tuple(), this::group, this::generator);
        } else if (kind == TokenKind.LSQB) {
            return firstOf(list(), this::listComprehension);
        } else if (kind == TokenKind.LBRACE) {
            return firstOf(dict(), this::set, this::dictComprehension, this::setComprehension);
        }
        return all.plugins.found("atom");
    }

    @SafeVarargs
    private static Found firstOf(Found first, Supplier<Found>... others) {
        Found found = first;
        for (int i = 0; found == null && i < others.length; i++) {
            found = others[i].get();
        }
        return found;
    }

    private static Kind constant(String text) {
        return switch (text) {
            case "True" -> Kind.TRUE;
            case "False" -> Kind.FALSE;
            case "None" -> Kind.NONE;
            default -> null;
        };
    }

    Found strings() {
        int start = probe.mark();
        boolean formatted = false;
        while (probe.at(TokenKind.STRING)) {
            String text = probe.token().text();
            String prefix = text.substring(0, Math.min(2, text.length()));
            formatted |= prefix.indexOf('\'') != 0 && prefix.indexOf('"') != 0 && hasF(prefix);
            probe.advance();
        }
        return probe.mark() == start ? null : probe.since(start, formatted ? Kind.F_STRING : Kind.LITERAL);
    }

    private static boolean hasF(String prefix) {
        String letters = prefix.endsWith("\"") || prefix.endsWith("'") ? prefix.substring(0, 1) : prefix;
        return letters.indexOf('f') >= 0 || letters.indexOf('F') >= 0;
    }

    Found tuple() {
        int start = probe.mark();
        if (!probe.take(TokenKind.LPAR)) {
            return null;
        }
        int inside = probe.mark();
        List<Found> elements = new ArrayList<>();
        Found first = all.expressions.starNamedExpression();
        if (first != null && probe.take(TokenKind.COMMA)) {
            elements.add(first);
            Found more = all.expressions.starNamedExpressions();
            if (more != null) {
                elements.addAll(more.parts());
            }
        } else {
            probe.back(inside);
        }
        return probe.take(TokenKind.RPAR) ? probe.since(start, Kind.TUPLE, elements) : probe.back(start);
    }

    private Found group() {
        int start = probe.mark();
        probe.take(TokenKind.LPAR);
        Found inner = all.expressions.yieldExpression();
        if (inner == null) {
            inner = all.expressions.namedExpression();
        }
        if (inner != null && probe.take(TokenKind.RPAR)) {
            return inner;
        }
        probe.back(start);
        if (probe.wording()) {
            starInParentheses();
        }
        return probe.back(start);
    }

    private void starInParentheses() {
        int start = probe.mark();
        probe.take(TokenKind.LPAR);
        Found starred = all.expressions.starredExpression();
        if (starred != null && probe.take(TokenKind.RPAR)) {
            throw probe.errors.at(starred, "cannot use starred expression here");
        }
        probe.back(start + 1);
        if (probe.take(TokenKind.DOUBLESTAR)) {
            Found stars = probe.taken();
            if (all.expressions.expression() != null && probe.take(TokenKind.RPAR)) {
                throw probe.errors.at(stars, "cannot use double starred expression here");
            }
        }
    }

    Found generator() {
        int start = probe.mark();
        if (probe.take(TokenKind.LPAR)) {
            Found element = all.expressions.assignmentExpression();
            if (element == null) {
                element = all.expressions.expressionNotAssigned();
            }
            if (element != null && clauses() != null && probe.take(TokenKind.RPAR)) {
                return probe.since(start, Kind.GENERATOR);
            }
            probe.back(start);
        }
        return wrongComprehension(start);
    }

    Found list() {
        int start = probe.mark();
        if (!probe.take(TokenKind.LSQB)) {
            return null;
        }
        Found elements = all.expressions.starNamedExpressions();
        return probe.take(TokenKind.RSQB)
                ? probe.since(start, Kind.LIST, elements == null ? List.of() : elements.parts())
                : probe.back(start);
    }

    private Found listComprehension() {
        return comprehension(TokenKind.LSQB, TokenKind.RSQB, Kind.LIST_COMPREHENSION);
    }

    private Found setComprehension() {
        return comprehension(TokenKind.LBRACE, TokenKind.RBRACE, Kind.SET_COMPREHENSION);
    }

    private Found comprehension(TokenKind opener, TokenKind closer, Kind kind) {
        int start = probe.mark();
        if (probe.take(opener)
                && all.expressions.namedExpression() != null
                && clauses() != null
                && probe.take(closer)) {
            return probe.since(start, kind);
        }
        probe.back(start);
        return wrongComprehension(start);
    }

    private Found set() {
        int start = probe.mark();
        probe.take(TokenKind.LBRACE);
        Found elements = all.expressions.starNamedExpressions();
        return elements != null && probe.take(TokenKind.RBRACE) ? probe.since(start, Kind.SET) : probe.back(start);
    }

    private Found dict() {
        int start = probe.mark();
        probe.take(TokenKind.LBRACE);
        if (keyValuePair()) {
            while (probe.take(TokenKind.COMMA) && keyValuePair()) {}
        }
        if (probe.take(TokenKind.RBRACE)) {
            return probe.since(start, Kind.DICT);
        }
        probe.back(start + 1);
        wrongPairs();
        return probe.back(start);
    }

    private boolean keyValuePair() {
        int start = probe.mark();
        if (probe.take(TokenKind.DOUBLESTAR) && all.expressions.bitwiseOr() != null) {
            return true;
        }
        probe.back(start);
        return pair();
    }

    private boolean pair() {
        int start = probe.mark();
        if (all.expressions.expression() != null
                && probe.take(TokenKind.COLON)
                && all.expressions.expression() != null) {
            return true;
        }
        probe.back(start);
        return false;
    }

    /** CPython looks for these in its first pass, too. */
    private void wrongPairs() {
        int start = probe.mark();
        if (keyValuePair()) {
            int behind = probe.mark();
            while (probe.take(TokenKind.COMMA) && keyValuePair()) {
                behind = probe.mark();
            }
            probe.back(behind);
            if (probe.take(TokenKind.COMMA)) {
                int key = probe.mark();
                Found lone = all.expressions.expression();
                if (lone != null && !probe.at(TokenKind.COLON)) {
                    throw probe.errors.beforeEndOf(lone, "':' expected after dictionary key");
                }
                probe.back(key);
                wrongValue();
            }
        }
        probe.back(start);
        wrongValue();
    }

    private void wrongValue() {
        int start = probe.mark();
        if (all.expressions.expression() != null && probe.take(TokenKind.COLON)) {
            Found colon = probe.taken();
            if (probe.take(TokenKind.STAR)) {
                Found star = probe.taken();
                if (all.expressions.bitwiseOr() != null) {
                    throw probe.errors.from(star, "cannot use a starred expression in a dictionary value");
                }
            } else if (probe.atAny(TokenKind.RBRACE, TokenKind.COMMA)) {
                throw probe.errors.at(colon, "expression expected after dictionary key and ':'");
            }
        }
        probe.back(start);
    }

    private Found dictComprehension() {
        int start = probe.mark();
        probe.take(TokenKind.LBRACE);
        if (pair() && clauses() != null && probe.take(TokenKind.RBRACE)) {
            return probe.since(start, Kind.DICT_COMPREHENSION);
        }
        probe.back(start + 1);
        if (probe.wording() && probe.take(TokenKind.DOUBLESTAR)) {
            Found stars = probe.taken();
            if (all.expressions.bitwiseOr() != null && clauses() != null && probe.take(TokenKind.RBRACE)) {
                throw probe.errors.at(stars, "dict unpacking cannot be used in dict comprehension");
            }
        }
        return probe.back(start);
    }

    /** The clauses of a comprehension; its part is the last expression in them. */
    Found clauses() {
        int start = probe.mark();
        Found last = null;
        Found clause = clause();
        while (clause != null) {
            last = clause;
            clause = clause();
        }
        return last == null ? null : probe.since(start, Kind.OTHER, List.of(last));
    }

    private Found clause() {
        int start = probe.mark();
        probe.take("async");
        if (probe.take("for") && all.targets.starTargets() != null && probe.take("in")) {
            Found last = all.expressions.disjunction();
            if (last == null) {
                return probe.back(start);
            }
            while (probe.at("if")) {
                int before = probe.mark();
                probe.take("if");
                Found condition = all.expressions.disjunction();
                if (condition == null) {
                    probe.back(before);
                    break;
                }
                last = condition;
            }
            return last;
        }
        probe.back(start);
        all.targets.wrongLoopTarget();
        return probe.back(start);
    }

    private Found wrongComprehension(int start) {
        if (!probe.wording()) {
            return null;
        }
        boolean inParentheses = probe.at(TokenKind.LPAR);
        if (!inParentheses && !probe.atAny(TokenKind.LSQB, TokenKind.LBRACE)) {
            return null;
        }
        probe.advance();
        Found starred = all.expressions.starredExpression();
        if (starred != null && clauses() != null) {
            throw probe.errors.at(starred, "iterable unpacking cannot be used in comprehension");
        }
        probe.back(start + 1);
        if (!inParentheses) {
            targetWithoutParentheses();
        }
        return probe.back(start);
    }

    private void targetWithoutParentheses() {
        String message = "did you forget parentheses around the comprehension target?";
        Found first = all.expressions.starNamedExpression();
        if (first == null || !probe.take(TokenKind.COMMA)) {
            return;
        }
        Found comma = probe.taken();
        Found more = all.expressions.starNamedExpressions();
        if (more != null && clauses() != null) {
            throw probe.errors.between(first, more.last(), message);
        }
        probe.back(comma.to());
        if (clauses() != null) {
            throw probe.errors.between(first, comma, message);
        }
    }
}
