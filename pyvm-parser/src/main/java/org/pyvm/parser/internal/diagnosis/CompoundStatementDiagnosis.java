package org.pyvm.parser.internal.diagnosis;

import org.pyvm.parser.internal.diagnosis.Probe.Memo;
import org.pyvm.tokenizer.TokenKind;

/** Statements with blocks, save those with clauses of their own: {@link TryDiagnosis}, {@link WithDiagnosis}. */
final class CompoundStatementDiagnosis {
    private final Probe probe;
    private final Diagnosis all;

    CompoundStatementDiagnosis(Probe probe, Diagnosis all) {
        this.probe = probe;
        this.all = all;
    }

    /** As many statements as there are. */
    boolean statements() {
        boolean any = false;
        while (statement()) {
            any = true;
        }
        return any;
    }

    boolean statement() {
        return compound() || all.simple.line();
    }

    boolean compound() {
        int start = probe.mark();
        if (recognised() || all.plugins.found("compound_stmt") != null) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean recognised() {
        int start = probe.mark();
        if (probe.at(TokenKind.AT)) {
            return decorated();
        }
        if (probe.token().kind() != TokenKind.NAME) {
            return false;
        }
        return switch (probe.token().text()) {
            case "def" -> function();
            case "class" -> classDefinition();
            case "if" -> conditional();
            case "while" -> loop();
            case "for" -> forLoop();
            case "try" -> all.tries.tryStatement();
            case "with" -> all.withs.withStatement();
            case "match" -> match();
            case "async" -> {
                if (function()) {
                    yield true;
                }
                probe.back(start);
                if (all.withs.withStatement()) {
                    yield true;
                }
                probe.back(start);
                yield forLoop();
            }
            default -> false;
        };
    }

    private boolean decorated() {
        int start = probe.mark();
        while (probe.take(TokenKind.AT)) {
            if (all.expressions.namedExpression() == null || !probe.take(TokenKind.NEWLINE)) {
                probe.back(start);
                return false;
            }
        }
        return probe.at("class") ? classDefinition() : function();
    }

    /** An indented block, or simple statements in the same line. */
    boolean block() {
        return probe.memo(Memo.BLOCK, () -> {
                    int start = probe.mark();
                    if (probe.take(TokenKind.NEWLINE)
                            && probe.take(TokenKind.INDENT)
                            && statements()
                            && probe.take(TokenKind.DEDENT)) {
                        return probe.since(start, Kind.OTHER);
                    }
                    probe.back(start);
                    if (all.simple.line()) {
                        return probe.since(start, Kind.OTHER);
                    }
                    if (probe.wording() && probe.take(TokenKind.NEWLINE) && !probe.at(TokenKind.INDENT)) {
                        throw probe.errors.indentation("expected an indented block");
                    }
                    return probe.back(start);
                })
                != null;
    }

    /** Takes a token that nothing else can stand for. */
    void require(TokenKind kind) {
        if (!probe.take(kind)) {
            throw probe.errors.atToken(probe.token(), "expected '" + kind.spelling() + "'");
        }
    }

    /** Complains when what was just taken is the head of a block that is not there; the place is kept. */
    void missingBlock(int head, String what) {
        int start = probe.mark();
        if (probe.take(TokenKind.COLON) && probe.take(TokenKind.NEWLINE) && !probe.at(TokenKind.INDENT)) {
            throw probe.errors.indentation("expected an indented block after " + what + " on line "
                    + probe.token(head).line());
        }
        probe.back(start);
    }

    /** Complains when the line ends where a colon should stand; the place is kept. */
    void missingColon() {
        if (probe.take(TokenKind.NEWLINE)) {
            throw probe.errors.atLastToken("expected ':'");
        }
    }

    private boolean function() {
        int start = probe.mark();
        if (probe.wording()) {
            probe.take("async");
            int head = probe.mark();
            if (probe.take("def") && signature(head)) {
                missingBlock(head, "function definition");
            }
            probe.back(start);
        }
        probe.take("async");
        int definition = probe.mark();
        if (!probe.take("def") || probe.name() == null || !all.plugins.inside("funcdef", definition)) {
            probe.back(start);
            return false;
        }
        require(TokenKind.LPAR);
        all.parameters.parameters();
        if (!probe.take(TokenKind.RPAR)) {
            probe.back(start);
            return false;
        }
        returnAnnotation();
        require(TokenKind.COLON);
        typeComment();
        return block();
    }

    private boolean signature(int definition) {
        if (probe.name() == null || !all.plugins.inside("funcdef", definition) || !probe.take(TokenKind.LPAR)) {
            return false;
        }
        all.parameters.parameters();
        if (!probe.take(TokenKind.RPAR)) {
            return false;
        }
        returnAnnotation();
        return true;
    }

    private void returnAnnotation() {
        int before = probe.mark();
        if (!probe.take(TokenKind.RARROW) || all.expressions.expression() == null) {
            probe.back(before);
        }
    }

    private void typeComment() {
        int start = probe.mark();
        if (probe.take(TokenKind.NEWLINE) && probe.take(TokenKind.TYPE_COMMENT)) {
            int behind = probe.mark();
            if (probe.take(TokenKind.NEWLINE) && probe.at(TokenKind.INDENT)) {
                probe.back(behind);
                return;
            }
        }
        probe.back(start);
        if (probe.wording()
                && probe.take(TokenKind.TYPE_COMMENT)
                && probe.take(TokenKind.NEWLINE)
                && probe.take(TokenKind.TYPE_COMMENT)
                && probe.take(TokenKind.NEWLINE)
                && probe.take(TokenKind.INDENT)) {
            throw probe.errors.atLastToken("Cannot have two type comments on def");
        }
        probe.back(start);
        probe.take(TokenKind.TYPE_COMMENT);
    }

    private boolean classDefinition() {
        int start = probe.mark();
        if (probe.wording()) {
            if (classHead()) {
                missingColon();
                missingBlock(start, "class definition");
            }
            probe.back(start);
        }
        if (classHead() && probe.take(TokenKind.COLON) && block()) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean classHead() {
        int start = probe.mark();
        if (!probe.take("class") || probe.name() == null || !all.plugins.inside("classdef", start)) {
            return false;
        }
        int behind = probe.mark();
        if (probe.take(TokenKind.LPAR)) {
            all.arguments.arguments();
            if (!probe.take(TokenKind.RPAR)) {
                probe.back(behind);
            }
        }
        return true;
    }

    private boolean conditional() {
        int start = probe.mark();
        if (!branch("if")) {
            probe.back(start);
            return false;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.at("elif") || !branch("elif")) {
                probe.back(before);
                break;
            }
        }
        otherwise();
        return true;
    }

    /** {@code if} or {@code elif} or {@code while} with its block. */
    private boolean branch(String keyword) {
        int start = probe.mark();
        if (probe.wording()) {
            if (probe.take(keyword) && all.expressions.namedExpression() != null) {
                missingColon();
                missingBlock(start, "'" + keyword + "' statement");
            }
            probe.back(start);
        }
        return probe.take(keyword)
                && all.expressions.namedExpression() != null
                && probe.take(TokenKind.COLON)
                && block();
    }

    /** {@code else} with its block, or nothing. */
    void otherwise() {
        int start = probe.mark();
        if (!probe.take("else")) {
            return;
        }
        if (probe.wording()) {
            missingBlock(start, "'else' statement");
        }
        require(TokenKind.COLON);
        if (!block()) {
            probe.back(start);
        }
    }

    private boolean loop() {
        int start = probe.mark();
        if (branch("while")) {
            otherwise();
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean forLoop() {
        int start = probe.mark();
        if (probe.wording()) {
            probe.take("async");
            int head = probe.mark();
            if (probe.take("for")
                    && all.targets.starTargets() != null
                    && probe.take("in")
                    && all.expressions.starExpressions() != null) {
                missingColon();
                missingBlock(head, "'for' statement");
            }
            probe.back(start);
        }
        probe.take("async");
        if (probe.take("for") && all.targets.starTargets() != null && probe.take("in")) {
            if (all.expressions.starExpressions() != null && probe.take(TokenKind.COLON)) {
                probe.take(TokenKind.TYPE_COMMENT);
                if (block()) {
                    otherwise();
                    return true;
                }
            }
            probe.back(start);
            return false;
        }
        probe.back(start);
        all.targets.wrongLoopTarget();
        probe.back(start);
        return false;
    }

    private boolean match() {
        int start = probe.mark();
        probe.take("match");
        if (subject()
                && probe.take(TokenKind.COLON)
                && probe.take(TokenKind.NEWLINE)
                && probe.take(TokenKind.INDENT)
                && cases()
                && probe.take(TokenKind.DEDENT)) {
            return true;
        }
        probe.back(start + 1);
        if (probe.wording() && subject()) {
            missingColon();
            missingBlock(start, "'match' statement");
        }
        probe.back(start);
        return false;
    }

    private boolean subject() {
        int start = probe.mark();
        if (all.expressions.starNamedExpression() != null && probe.take(TokenKind.COMMA)) {
            all.expressions.starNamedExpressions();
            return true;
        }
        probe.back(start);
        return all.expressions.namedExpression() != null;
    }

    private boolean cases() {
        boolean any = false;
        while (caseBlock()) {
            any = true;
        }
        return any;
    }

    private boolean caseBlock() {
        int start = probe.mark();
        if (probe.wording()) {
            if (caseHead()) {
                missingColon();
                missingBlock(start, "'case' statement");
            }
            probe.back(start);
        }
        if (caseHead() && probe.take(TokenKind.COLON) && block()) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private boolean caseHead() {
        if (!probe.take("case") || !all.patterns.patterns()) {
            return false;
        }
        int behind = probe.mark();
        if (!probe.take("if") || all.expressions.namedExpression() == null) {
            probe.back(behind);
        }
        return true;
    }
}
