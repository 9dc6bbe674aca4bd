package org.pyvm.parser.internal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.pyvm.parser.internal.diagnosis.Probe.Memo;
import org.pyvm.tokenizer.TokenKind;

/** Expressions from {@code :=} down to unary operators, and what is often wrong in them. */
final class ExpressionDiagnosis {
    private static final Set<String> LEGACY_STATEMENTS = Set.of("print", "exec");

    private final Probe probe;
    private final Diagnosis all;

    ExpressionDiagnosis(Probe probe, Diagnosis all) {
        this.probe = probe;
        this.all = all;
    }

    Found expression() {
        return probe.memo(Memo.EXPRESSION, () -> {
            int start = probe.mark();
            if (probe.wording()) {
                missingCommaOrElse();
                probe.back(start);
                missingParentheses();
                probe.back(start);
            }
            Found conditional = conditional();
            if (conditional != null) {
                return conditional;
            }
            Found plain = disjunction();
            if (plain == null) {
                plain = lambda();
            }
            return plain != null ? plain : all.plugins.found("test");
        });
    }

    /** {@code a if b else c}. */
    private Found conditional() {
        int start = probe.mark();
        if (disjunction() != null
                && probe.take("if")
                && disjunction() != null
                && probe.take("else")
                && expression() != null) {
            return probe.since(start, Kind.CONDITIONAL);
        }
        return probe.back(start);
    }

    /** Two expressions side by side, or {@code a if b} with no {@code else}. */
    private void missingCommaOrElse() {
        int start = probe.mark();
        if (!beginsLikePrefixOrSoftKeyword()) {
            Found first = disjunction();
            Found second = first == null ? null : probe.quietly(this::expressionQuietly);
            if (second != null) {
                if (!isLegacyStatement(first) && probe.bracketsOpen(probe.mark() - 1) > 0) {
                    throw probe.errors.between(first, second, "invalid syntax. Perhaps you forgot a comma?");
                }
                return;
            }
            probe.back(start);
        }
        Found value = disjunction();
        if (value != null && probe.take("if")) {
            Found condition = disjunction();
            if (condition != null && !probe.at("else") && !probe.at(TokenKind.COLON)) {
                throw probe.errors.between(value, condition, "expected 'else' after 'if' expression");
            }
        }
    }

    /** {@code kf"..."} is no missing comma, nor is {@code match x}. */
    private boolean beginsLikePrefixOrSoftKeyword() {
        int start = probe.mark();
        boolean prefix = probe.name() != null && probe.at(TokenKind.STRING);
        probe.back(start);
        return prefix || probe.atBeginOfSoftKeyword();
    }

    private Found expressionQuietly() {
        Found conditional = conditional();
        if (conditional != null) {
            return conditional;
        }
        Found plain = disjunction();
        return plain != null ? plain : lambda();
    }

    /** {@code print x}. */
    private void missingParentheses() {
        Found name = probe.name();
        if (name != null && !probe.at(TokenKind.LPAR)) {
            Found arguments = starExpressions();
            if (arguments != null && isLegacyStatement(name)) {
                String text = probe.token(name.from()).text();
                throw probe.errors.between(
                        name,
                        arguments,
                        "Missing parentheses in call to '" + text + "'. Did you mean " + text + "(...)?");
            }
        }
    }

    private boolean isLegacyStatement(Found found) {
        return found.kind() == Kind.NAME
                && LEGACY_STATEMENTS.contains(probe.token(found.from()).text());
    }

    /** {@code a, *b}. */
    Found starExpressions() {
        return list(this::starExpression);
    }

    /** {@code a, b} without stars. */
    Found expressions() {
        return list(this::expression);
    }

    private Found list(Supplier<Found> element) {
        int start = probe.mark();
        Found first = element.get();
        if (first == null || !probe.at(TokenKind.COMMA)) {
            return first;
        }
        List<Found> elements = new ArrayList<>(List.of(first));
        while (true) {
            int comma = probe.mark();
            Found next = probe.take(TokenKind.COMMA) ? element.get() : null;
            if (next == null) {
                probe.back(comma);
                break;
            }
            elements.add(next);
        }
        probe.take(TokenKind.COMMA);
        return probe.since(start, Kind.TUPLE, elements);
    }

    Found starExpression() {
        return probe.memo(Memo.STAR_EXPRESSION, () -> {
            Found starred = starredOperand();
            return starred != null ? starred : expression();
        });
    }

    private Found starredOperand() {
        int start = probe.mark();
        Found operand = probe.take(TokenKind.STAR) ? bitwiseOr() : null;
        return operand != null ? probe.since(start, Kind.STARRED, List.of(operand)) : probe.back(start);
    }

    /** {@code *a} where any expression may follow the star. */
    Found starredExpression() {
        int start = probe.mark();
        Found operand = probe.take(TokenKind.STAR) ? expression() : null;
        return operand != null ? probe.since(start, Kind.STARRED, List.of(operand)) : probe.back(start);
    }

    Found starNamedExpression() {
        Found starred = starredOperand();
        return starred != null ? starred : namedExpression();
    }

    /** Elements with commas between and maybe behind them; their kind is none. */
    Found starNamedExpressions() {
        int start = probe.mark();
        Found first = starNamedExpression();
        if (first == null) {
            return null;
        }
        List<Found> elements = new ArrayList<>(List.of(first));
        while (probe.at(TokenKind.COMMA)) {
            int comma = probe.mark();
            probe.take(TokenKind.COMMA);
            Found next = starNamedExpression();
            if (next == null) {
                probe.back(comma);
                break;
            }
            elements.add(next);
        }
        probe.take(TokenKind.COMMA);
        return probe.since(start, Kind.OTHER, elements);
    }

    /** {@code name := value}. */
    Found assignmentExpression() {
        int start = probe.mark();
        if (probe.name() != null && probe.take(TokenKind.COLONEQUAL) && expression() != null) {
            return probe.since(start, Kind.WALRUS);
        }
        return probe.back(start);
    }

    Found namedExpression() {
        Found assignment = assignmentExpression();
        if (assignment != null) {
            return assignment;
        }
        if (probe.wording()) {
            int start = probe.mark();
            probe.memo(Memo.INVALID_NAMED_EXPRESSION, this::assignmentInExpression);
            probe.back(start);
        }
        return expressionNotAssigned();
    }

    /** An expression that no {@code :=} follows. */
    Found expressionNotAssigned() {
        int start = probe.mark();
        Found expression = expression();
        return expression != null && !probe.at(TokenKind.COLONEQUAL) ? expression : probe.back(start);
    }

    private Found assignmentInExpression() {
        int start = probe.mark();
        Found target = expression();
        if (target != null && probe.take(TokenKind.COLONEQUAL) && expression() != null) {
            throw probe.errors.at(target, "cannot use assignment expressions with " + target.kind().words);
        }
        probe.back(start);
        Found name = probe.name();
        if (name != null && probe.take(TokenKind.EQUAL)) {
            Found value = bitwiseOr();
            if (value != null && !probe.at(TokenKind.EQUAL) && !probe.at(TokenKind.COLONEQUAL)) {
                throw probe.errors.between(name, value, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            }
        }
        probe.back(start);
        if (!beginsWithWhatIsNeverCompared()) {
            Found left = bitwiseOr();
            if (left != null
                    && probe.take(TokenKind.EQUAL)
                    && bitwiseOr() != null
                    && !probe.at(TokenKind.EQUAL)
                    && !probe.at(TokenKind.COLONEQUAL)) {
                throw probe.errors.at(
                        left, "cannot assign to " + left.kind().words + " here. Maybe you meant '==' instead of '='?");
            }
        }
        return probe.back(start);
    }

    private boolean beginsWithWhatIsNeverCompared() {
        int start = probe.mark();
        boolean begins = all.atoms.list() != null
                || all.atoms.tuple() != null
                || all.atoms.generator() != null
                || probe.at("True")
                || probe.at("None")
                || probe.at("False");
        probe.back(start);
        return begins;
    }

    Found disjunction() {
        return probe.memo(Memo.DISJUNCTION, () -> chain("or", this::conjunction));
    }

    private Found conjunction() {
        return probe.memo(Memo.CONJUNCTION, () -> chain("and", this::inversion));
    }

    private Found chain(String word, Supplier<Found> operand) {
        int start = probe.mark();
        Found first = operand.get();
        if (first == null || !probe.at(word)) {
            return first;
        }
        boolean several = false;
        while (true) {
            int before = probe.mark();
            if (!probe.take(word) || operand.get() == null) {
                probe.back(before);
                break;
            }
            several = true;
        }
        return several ? probe.since(start, Kind.OPERATION) : first;
    }

    private Found inversion() {
        return probe.memo(Memo.INVERSION, () -> {
            int start = probe.mark();
            if (probe.take("not")) {
                if (inversion() != null) {
                    return probe.since(start, Kind.OPERATION);
                }
                probe.back(start);
            }
            return comparison();
        });
    }

    private Found comparison() {
        int start = probe.mark();
        Found left = bitwiseOr();
        if (left == null) {
            return null;
        }
        boolean membership = probe.at("in");
        boolean compared = false;
        while (true) {
            int before = probe.mark();
            if (!comparisonOperator() || bitwiseOr() == null) {
                probe.back(before);
                break;
            }
            compared = true;
        }
        if (!compared) {
            return left;
        }
        return probe.since(start, Kind.COMPARISON, membership ? List.of(left) : List.of());
    }

    private boolean comparisonOperator() {
        if (probe.take(TokenKind.EQEQUAL)
                || probe.take(TokenKind.NOTEQUAL)
                || probe.take(TokenKind.LESSEQUAL)
                || probe.take(TokenKind.LESS)
                || probe.take(TokenKind.GREATEREQUAL)
                || probe.take(TokenKind.GREATER)
                || probe.take("in")) {
            return true;
        }
        if (probe.take("is")) {
            probe.take("not");
            return true;
        }
        return probe.take("not") && probe.take("in") || all.plugins.found("comp_op") != null;
    }

    Found bitwiseOr() {
        return probe.memo(Memo.BITWISE_OR, () -> binary(0));
    }

    /** The binary operators, loosest first. */
    private static final TokenKind[][] OPERATORS = {
        {TokenKind.VBAR},
        {TokenKind.CIRCUMFLEX},
        {TokenKind.AMPER},
        {TokenKind.LEFTSHIFT, TokenKind.RIGHTSHIFT},
        {TokenKind.PLUS, TokenKind.MINUS},
        {TokenKind.STAR, TokenKind.SLASH, TokenKind.DOUBLESLASH, TokenKind.PERCENT, TokenKind.AT}
    };

    private Found binary(int level) {
        if (level == OPERATORS.length) {
            return factor();
        }
        int start = probe.mark();
        Found found = binary(level + 1);
        while (found != null && probe.atAny(OPERATORS[level])) {
            int before = probe.mark();
            probe.advance();
            if (binary(level + 1) == null) {
                probe.back(before);
                break;
            }
            found = new Found(Kind.OPERATION, start, probe.mark());
        }
        return found;
    }

    private Found factor() {
        return probe.memo(Memo.FACTOR, () -> {
            int start = probe.mark();
            if (probe.atAny(TokenKind.PLUS, TokenKind.MINUS, TokenKind.TILDE)) {
                probe.advance();
                if (factor() != null) {
                    return probe.since(start, Kind.OPERATION);
                }
                return probe.back(start);
            }
            return power();
        });
    }

    private Found power() {
        int start = probe.mark();
        Found base = awaitPrimary();
        if (base == null) {
            return null;
        }
        int behind = probe.mark();
        if (probe.take(TokenKind.DOUBLESTAR) && factor() != null) {
            return probe.since(start, Kind.OPERATION);
        }
        probe.back(behind);
        return base;
    }

    private Found awaitPrimary() {
        return probe.memo(Memo.AWAIT_PRIMARY, () -> {
            int start = probe.mark();
            if (probe.take("await")) {
                if (all.atoms.primary() != null) {
                    return probe.since(start, Kind.AWAIT);
                }
                return probe.back(start);
            }
            return all.atoms.primary();
        });
    }

    private Found lambda() {
        int start = probe.mark();
        if (!probe.take("lambda")) {
            return null;
        }
        all.lambdaParameters.parameters();
        if (probe.take(TokenKind.COLON) && expression() != null) {
            return probe.since(start, Kind.LAMBDA);
        }
        return probe.back(start);
    }

    Found yieldExpression() {
        int start = probe.mark();
        if (!probe.take("yield")) {
            return null;
        }
        int behind = probe.mark();
        if (probe.take("from") && expression() != null) {
            return probe.since(start, Kind.YIELD);
        }
        probe.back(behind);
        starExpressions();
        return probe.since(start, Kind.YIELD);
    }

    /** Either of them. */
    Found yieldOrStarExpressions() {
        Found found = yieldExpression();
        return found != null ? found : starExpressions();
    }
}
