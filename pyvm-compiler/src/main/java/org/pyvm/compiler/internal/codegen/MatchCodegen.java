package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.MatchCase;
import org.pyvm.ast.Pattern;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.BasicBlock;

/** {@code match}: the cases are tried in turn; their patterns are {@link PatternCodegen}'s. */
final class MatchCodegen {
    private final CodeGenerator out;

    MatchCodegen(CodeGenerator out) {
        this.out = out;
    }

    void match(Stmt.Match node) {
        out.expression(node.subject());
        BasicBlock end = out.newBlock();
        List<MatchCase> cases = node.cases();
        boolean hasDefault =
                cases.size() > 1 && PatternCodegen.isWildcard(cases.getLast().pattern());
        int tested = cases.size() - (hasDefault ? 1 : 0);
        for (int i = 0; i < tested; i++) {
            testedCase(cases.get(i), i == tested - 1, i == cases.size() - 1, end);
        }
        if (hasDefault) {
            defaultCase(cases.getLast(), end);
        }
        out.use(end);
    }

    /**
     * @param lastTested then the subject is not needed behind this case
     * @param last then the pattern may match everything
     */
    private void testedCase(MatchCase each, boolean lastTested, boolean last, BasicBlock end) {
        Pattern pattern = each.pattern();
        out.at(pattern.range());
        out.unit().startLine(pattern.range().line());
        if (!lastTested) {
            out.emit(DUP_TOP);
        }
        PatternCodegen patterns = new PatternCodegen(out, each.guard() != null || last);
        patterns.pattern(pattern);
        for (String name : patterns.captures()) {
            out.name(name, ExprContext.STORE);
        }
        if (each.guard() != null) {
            out.jumpIf(each.guard(), patterns.failure(0), false);
        }
        if (!lastTested) {
            out.emit(POP_TOP);
        }
        out.statements(each.body());
        out.at(null);
        out.emitJump(JUMP_FORWARD, end);
        out.at(pattern.range());
        patterns.placeFailures();
    }

    /** A trailing {@code case _} does not look at the subject, which the case before it has dropped. */
    private void defaultCase(MatchCase each, BasicBlock end) {
        out.at(each.pattern().range());
        out.markLine(each.pattern().range());
        if (each.guard() != null) {
            out.jumpIf(each.guard(), end, false);
        }
        out.statements(each.body());
        out.at(null);
    }
}
