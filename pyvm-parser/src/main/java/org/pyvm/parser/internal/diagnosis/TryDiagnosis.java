package org.pyvm.parser.internal.diagnosis;

import org.pyvm.tokenizer.TokenKind;

/** {@code try} and its clauses. */
final class TryDiagnosis {
    private static final String MIXED = "cannot have both 'except' and 'except*' on the same 'try'";

    private final Probe probe;
    private final Diagnosis all;

    TryDiagnosis(Probe probe, Diagnosis all) {
        this.probe = probe;
        this.all = all;
    }

    boolean tryStatement() {
        int start = probe.mark();
        if (probe.wording()) {
            wrongTry();
            probe.back(start);
        }
        probe.take("try");
        all.compound.require(TokenKind.COLON);
        if (!all.compound.block()) {
            probe.back(start);
            return false;
        }
        if (finallyBlock()) {
            return true;
        }
        int clauses = probe.mark();
        boolean any = false;
        while (exceptBlock(false)) {
            any = true;
        }
        if (!any) {
            probe.back(clauses);
            while (exceptBlock(true)) {
                any = true;
            }
        }
        if (!any) {
            probe.back(start);
            return false;
        }
        all.compound.otherwise();
        finallyBlock();
        return true;
    }

    private void wrongTry() {
        int start = probe.mark();
        probe.take("try");
        all.compound.missingBlock(start, "'try' statement");
        if (!probe.take(TokenKind.COLON)) {
            return;
        }
        if (all.compound.block()) {
            if (!probe.at("except") && !probe.at("finally")) {
                throw probe.errors.atLastToken("expected 'except' or 'finally' block");
            }
            while (all.compound.block()) {}
        }
        int clauses = probe.mark();
        boolean plain = false;
        while (exceptBlock(false)) {
            plain = true;
        }
        if (plain && probe.take("except")) {
            Found except = probe.taken();
            if (probe.take(TokenKind.STAR)) {
                Found star = probe.taken();
                if (all.expressions.expression() != null && renamed() && probe.take(TokenKind.COLON)) {
                    throw probe.errors.between(except, star, MIXED);
                }
            }
        }
        probe.back(clauses);
        boolean starred = false;
        while (exceptBlock(true)) {
            starred = true;
        }
        if (starred && probe.take("except")) {
            Found except = probe.taken();
            if (all.expressions.expression() != null) {
                renamed();
            }
            if (probe.take(TokenKind.COLON)) {
                throw probe.errors.at(except, MIXED);
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

    private boolean exceptBlock(boolean starred) {
        int start = probe.mark();
        if (!probe.at("except")) {
            return false;
        }
        if (probe.wording()) {
            missingBlock(starred);
            probe.back(start);
        }
        probe.take("except");
        if (!starred || probe.take(TokenKind.STAR)) {
            int behind = probe.mark();
            if (all.expressions.expression() != null
                    && renamed()
                    && probe.take(TokenKind.COLON)
                    && all.compound.block()) {
                return true;
            }
            probe.back(behind);
            if (!starred && probe.take(TokenKind.COLON) && all.compound.block()) {
                return true;
            }
        }
        probe.back(start);
        if (probe.wording()) {
            wrongExcept();
        }
        probe.back(start);
        return false;
    }

    private void missingBlock(boolean starred) {
        int start = probe.mark();
        probe.take("except");
        if (starred && !probe.take(TokenKind.STAR)) {
            return;
        }
        int behind = probe.mark();
        String what = starred ? "'except*' statement" : "'except' statement";
        if (all.expressions.expression() != null) {
            renamed();
            all.compound.missingBlock(start, what);
        }
        if (!starred) {
            probe.back(behind);
            all.compound.missingBlock(start, what);
        }
    }

    private void wrongExcept() {
        int start = probe.mark();
        probe.take("except");
        probe.take(TokenKind.STAR);
        Found first = all.expressions.expression();
        if (first != null) {
            int behind = probe.mark();
            if (probe.take(TokenKind.COMMA)
                    && all.expressions.expressions() != null
                    && renamed()
                    && probe.take(TokenKind.COLON)) {
                throw probe.errors.from(first, "multiple exception types must be parenthesized");
            }
            probe.back(behind);
            renamed();
            all.compound.missingColon();
        }
        probe.back(start + 1);
        all.compound.missingColon();
        if (probe.take(TokenKind.STAR) && (probe.take(TokenKind.NEWLINE) || probe.take(TokenKind.COLON))) {
            throw probe.errors.atLastToken("expected one or more exception types");
        }
    }

    private boolean finallyBlock() {
        int start = probe.mark();
        if (!probe.take("finally")) {
            return false;
        }
        if (probe.wording()) {
            all.compound.missingBlock(start, "'finally' statement");
        }
        all.compound.require(TokenKind.COLON);
        if (all.compound.block()) {
            return true;
        }
        probe.back(start);
        return false;
    }
}
