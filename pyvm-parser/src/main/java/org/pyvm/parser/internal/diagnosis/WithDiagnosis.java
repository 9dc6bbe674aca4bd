package org.pyvm.parser.internal.diagnosis;

import java.util.function.BooleanSupplier;
import org.pyvm.tokenizer.TokenKind;

/** {@code with} and its items. */
final class WithDiagnosis {
    private final Probe probe;
    private final Diagnosis all;

    WithDiagnosis(Probe probe, Diagnosis all) {
        this.probe = probe;
        this.all = all;
    }

    boolean withStatement() {
        int start = probe.mark();
        if (probe.wording()) {
            wrong(start, true);
        }
        probe.take("async");
        if (probe.take("with")) {
            int items = probe.mark();
            if (probe.take(TokenKind.LPAR) && list(this::item)) {
                probe.take(TokenKind.COMMA);
                if (probe.take(TokenKind.RPAR) && probe.take(TokenKind.COLON) && all.compound.block()) {
                    return true;
                }
            }
            probe.back(items);
            if (list(this::item) && probe.take(TokenKind.COLON)) {
                probe.take(TokenKind.TYPE_COMMENT);
                if (all.compound.block()) {
                    return true;
                }
            }
        }
        probe.back(start);
        if (probe.wording()) {
            wrong(start, false);
        }
        return false;
    }

    /** Looks for a missing block, or for a missing colon. */
    private void wrong(int start, boolean block) {
        probe.take("async");
        int head = probe.mark();
        if (probe.take("with")) {
            int items = probe.mark();
            if (list(() -> looseItem(false))) {
                complain(head, block);
            }
            probe.back(items);
            if (probe.take(TokenKind.LPAR) && list(() -> looseItem(true))) {
                probe.take(TokenKind.COMMA);
                if (probe.take(TokenKind.RPAR)) {
                    complain(head, block);
                }
            }
        }
        probe.back(start);
    }

    private void complain(int head, boolean block) {
        if (block) {
            all.compound.missingBlock(head, "'with' statement");
        } else {
            all.compound.missingColon();
        }
    }

    private boolean list(BooleanSupplier element) {
        if (!element.getAsBoolean()) {
            return false;
        }
        while (true) {
            int before = probe.mark();
            if (!probe.take(TokenKind.COMMA) || !element.getAsBoolean()) {
                probe.back(before);
                return true;
            }
        }
    }

    private boolean looseItem(boolean several) {
        if ((several ? all.expressions.expressions() : all.expressions.expression()) == null) {
            return false;
        }
        int before = probe.mark();
        if (!probe.take("as") || all.targets.starTarget() == null) {
            probe.back(before);
        }
        return true;
    }

    private boolean item() {
        int start = probe.mark();
        if (all.expressions.expression() == null) {
            return false;
        }
        int behind = probe.mark();
        if (probe.take("as")) {
            if (all.targets.starTarget() != null && atItemEnd()) {
                return true;
            }
            probe.back(behind + 1);
            if (probe.wording()) {
                Found target = all.expressions.expression();
                if (target != null && atItemEnd()) {
                    all.targets.refuse(target, TargetDiagnosis.Use.ASSIGN);
                    probe.back(start);
                    return false;
                }
            }
        }
        probe.back(behind);
        return true;
    }

    private boolean atItemEnd() {
        return probe.atAny(TokenKind.COMMA, TokenKind.RPAR, TokenKind.COLON);
    }
}
