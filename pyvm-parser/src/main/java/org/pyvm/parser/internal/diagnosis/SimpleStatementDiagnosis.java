package org.pyvm.parser.internal.diagnosis;

import org.pyvm.parser.internal.diagnosis.Probe.Memo;
import org.pyvm.tokenizer.TokenKind;

/** Statements of one line. */
final class SimpleStatementDiagnosis {
    private static final TokenKind[] AUGMENTED = {
        TokenKind.PLUSEQUAL,
        TokenKind.MINEQUAL,
        TokenKind.STAREQUAL,
        TokenKind.ATEQUAL,
        TokenKind.SLASHEQUAL,
        TokenKind.PERCENTEQUAL,
        TokenKind.AMPEREQUAL,
        TokenKind.VBAREQUAL,
        TokenKind.CIRCUMFLEXEQUAL,
        TokenKind.LEFTSHIFTEQUAL,
        TokenKind.RIGHTSHIFTEQUAL,
        TokenKind.DOUBLESTAREQUAL,
        TokenKind.DOUBLESLASHEQUAL
    };

    private final Probe probe;
    private final Diagnosis all;

    SimpleStatementDiagnosis(Probe probe, Diagnosis all) {
        this.probe = probe;
        this.all = all;
    }

    /** Simple statements up to the line end. */
    boolean line() {
        int start = probe.mark();
        if (statement() != null) {
            while (true) {
                int before = probe.mark();
                if (!probe.take(TokenKind.SEMI) || statement() == null) {
                    probe.back(before);
                    break;
                }
            }
            probe.take(TokenKind.SEMI);
            if (probe.take(TokenKind.NEWLINE)) {
                return true;
            }
        }
        probe.back(start);
        return false;
    }

    private Found statement() {
        return probe.memo(Memo.SIMPLE_STMT, () -> {
            int start = probe.mark();
            if (assignment() || all.expressions.starExpressions() != null) {
                return probe.since(start, Kind.OTHER);
            }
            boolean found = probe.token().kind() == TokenKind.NAME
                    && switch (probe.token().text()) {
                        case "return" -> returned();
                        case "import" -> importName();
                        case "from" -> importFrom();
                        case "raise" -> raise();
                        case "pass", "break", "continue" ->
                            probe.take(probe.token().text());
                        case "del" -> deletion();
                        case "yield" -> all.expressions.yieldExpression() != null;
                        case "assert" -> assertion();
                        case "global", "nonlocal" -> names();
                        default -> false;
                    };
            if (found || all.plugins.found("small_stmt") != null) {
                return probe.since(start, Kind.OTHER);
            }
            return probe.back(start);
        });
    }

    private boolean assignment() {
        int start = probe.mark();
        if (probe.name() != null && annotation()) {
            return true;
        }
        probe.back(start);
        Found target = all.targets.singleTargetInParentheses();
        if (target == null) {
            target = all.targets.attributeOrItem();
        }
        if (target != null && annotation()) {
            return true;
        }
        probe.back(start);
        if (plainAssignment()) {
            return true;
        }
        probe.back(start);
        if (all.targets.singleTarget() != null && probe.atAny(AUGMENTED)) {
            // From here on it can be nothing else, so what is wrong is behind the operator.
            probe.advance();
            if (all.expressions.yieldOrStarExpressions() != null) {
                return true;
            }
            probe.back(start);
            return false;
        }
        probe.back(start);
        if (probe.wording()) {
            wrongAnnotation();
            probe.back(start);
            wrongTarget();
            probe.back(start);
        }
        return false;
    }

    private boolean annotation() {
        if (!probe.take(TokenKind.COLON) || all.expressions.expression() == null) {
            return false;
        }
        int behind = probe.mark();
        if (!probe.take(TokenKind.EQUAL) || all.expressions.yieldOrStarExpressions() == null) {
            probe.back(behind);
        }
        return true;
    }

    private boolean plainAssignment() {
        boolean any = skipTargets();
        if (any && all.expressions.yieldOrStarExpressions() != null && !probe.at(TokenKind.EQUAL)) {
            probe.take(TokenKind.TYPE_COMMENT);
            return true;
        }
        return false;
    }

    /** Takes {@code target =} as often as it stands there. */
    private boolean skipTargets() {
        boolean any = false;
        while (true) {
            int before = probe.mark();
            if (all.targets.starTargets() == null || !probe.take(TokenKind.EQUAL)) {
                probe.back(before);
                return any;
            }
            any = true;
        }
    }

    private void wrongAnnotation() {
        int start = probe.mark();
        Found target = listOrTuple();
        if (target != null && probe.take(TokenKind.COLON) && all.expressions.expression() != null) {
            throw probe.errors.at(target, "only single target (not " + target.kind().words + ") can be annotated");
        }
        probe.back(start);
        Found first = all.expressions.starNamedExpression();
        if (first != null && probe.take(TokenKind.COMMA)) {
            while (all.expressions.starNamedExpressions() != null) {}
            if (probe.take(TokenKind.COLON) && all.expressions.expression() != null) {
                throw probe.errors.at(first, "only single target (not tuple) can be annotated");
            }
        }
        probe.back(start);
        target = all.expressions.expression();
        if (target != null && probe.take(TokenKind.COLON) && all.expressions.expression() != null) {
            throw probe.errors.at(target, "illegal target for annotation");
        }
    }

    /** A list or tuple, in any number of parentheses. */
    private Found listOrTuple() {
        Found found = all.atoms.list();
        if (found == null) {
            found = all.atoms.tuple();
        }
        if (found == null) {
            int start = probe.mark();
            if (probe.take(TokenKind.LPAR)) {
                found = listOrTuple();
                if (found != null && probe.take(TokenKind.RPAR)) {
                    return found;
                }
            }
            return probe.back(start);
        }
        return found;
    }

    private void wrongTarget() {
        int start = probe.mark();
        skipTargets();
        int behind = probe.mark();
        Found target = all.expressions.starExpressions();
        if (target != null && probe.take(TokenKind.EQUAL)) {
            all.targets.refuse(target, TargetDiagnosis.Use.ASSIGN);
            return;
        }
        probe.back(behind);
        target = all.expressions.yieldExpression();
        if (target != null && probe.take(TokenKind.EQUAL)) {
            throw probe.errors.at(target, "assignment to yield expression not possible");
        }
        probe.back(start);
        target = all.expressions.starExpressions();
        if (target != null && probe.atAny(AUGMENTED)) {
            probe.advance();
            if (all.expressions.yieldOrStarExpressions() != null) {
                throw probe.errors.at(
                        target, "'" + target.kind().words + "' is an illegal expression for augmented assignment");
            }
        }
    }

    private boolean returned() {
        probe.take("return");
        all.expressions.starExpressions();
        return true;
    }

    private boolean raise() {
        probe.take("raise");
        if (all.expressions.expression() != null) {
            int behind = probe.mark();
            if (!probe.take("from") || all.expressions.expression() == null) {
                probe.back(behind);
            }
        }
        return true;
    }

    private boolean assertion() {
        probe.take("assert");
        if (all.expressions.expression() == null) {
            return false;
        }
        int behind = probe.mark();
        if (!probe.take(TokenKind.COMMA) || all.expressions.expression() == null) {
            probe.back(behind);
        }
        return true;
    }

    private boolean deletion() {
        int start = probe.mark();
        probe.take("del");
        if (all.targets.deletionTargets() && probe.atAny(TokenKind.SEMI, TokenKind.NEWLINE)) {
            return true;
        }
        probe.back(start);
        if (probe.wording()) {
            probe.take("del");
            Found target = all.expressions.starExpressions();
            if (target != null) {
                all.targets.refuse(target, TargetDiagnosis.Use.DELETE);
            }
        }
        return false;
    }

    /** {@code global} and {@code nonlocal}. */
    private boolean names() {
        probe.advance();
        if (probe.name() == null) {
            return false;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.COMMA) || probe.name() == null) {
                probe.back(before);
                return true;
            }
        }
    }

    private boolean importName() {
        probe.take("import");
        if (!importedModule()) {
            return false;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.COMMA) || !importedModule()) {
                probe.back(before);
                return true;
            }
        }
    }

    private boolean importedModule() {
        return dottedName() && renamed();
    }

    private boolean dottedName() {
        if (probe.name() == null) {
            return false;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.DOT) || probe.name() == null) {
                probe.back(before);
                return true;
            }
        }
    }

    /** {@code as name}, or nothing. */
    private boolean renamed() {
        int before = probe.mark();
        if (!probe.take("as") || probe.name() == null) {
            probe.back(before);
        }
        return true;
    }

    private boolean importFrom() {
        probe.take("from");
        boolean dots = false;
        while (probe.take(TokenKind.DOT) || probe.take(TokenKind.ELLIPSIS)) {
            dots = true;
        }
        return (dottedName() | dots) && probe.take("import") && importedNames();
    }

    private boolean importedNames() {
        int start = probe.mark();
        if (probe.take(TokenKind.LPAR) && nameList()) {
            probe.take(TokenKind.COMMA);
            if (probe.take(TokenKind.RPAR)) {
                return true;
            }
        }
        probe.back(start);
        if (nameList() && !probe.at(TokenKind.COMMA)) {
            return true;
        }
        probe.back(start);
        if (probe.take(TokenKind.STAR)) {
            return true;
        }
        if (probe.wording() && nameList() && probe.take(TokenKind.COMMA) && probe.take(TokenKind.NEWLINE)) {
            throw probe.errors.atLastToken("trailing comma not allowed without surrounding parentheses");
        }
        probe.back(start);
        return false;
    }

    private boolean nameList() {
        if (probe.name() == null) {
            return false;
        }
        renamed();
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.COMMA) || probe.name() == null) {
                probe.back(before);
                return true;
            }
            renamed();
        }
    }
}
