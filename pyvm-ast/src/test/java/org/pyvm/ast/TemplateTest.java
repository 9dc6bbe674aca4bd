package org.pyvm.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

class TemplateTest {
    private static final SourceRange CONSTRUCT = new SourceRange(7, 4, 9, 8);
    private static final SourceRange PART = new SourceRange(7, 10, 7, 11);
    private static final Expr X = new Expr.Name("x", ExprContext.LOAD, PART);

    private static String dump(Template template, Map<String, ?> parts) {
        Mod module = new Mod.Module(template.statements(CONSTRUCT, parts), List.of());
        return new AstDump(false, false, null).text(module);
    }

    @Test
    void holesAreFilledByWhatStandsWhere() {
        Template template = Template.statements("def $f(a=$x):\n    $body\n    return m.$attr");
        assertEquals(
                Map.of(
                        "f", Template.Role.IDENTIFIER,
                        "x", Template.Role.EXPRESSION,
                        "body", Template.Role.STATEMENT,
                        "attr", Template.Role.IDENTIFIER),
                template.holes());
        List<Stmt> body = List.of(new Stmt.Pass(PART), new Stmt.ExprStmt(X, PART));
        assertEquals(
                "Module([FunctionDef('g', arguments([], [arg('a.7.4')], kwonlyargs=[], kw_defaults=[],"
                        + " defaults=[Name('x', Load())]), [Pass(), Expr(Name('x', Load())), Return(Attribute(Name('m',"
                        + " Load()), 'size', Load()))], [])], [])",
                dump(template, Map.of("f", "g", "x", X, "body", body, "attr", "size")));
    }

    @Test
    void namesThatTheTemplateBindsAreItsOwn() {
        Template template = Template.statements("tmp = $x\nprint(tmp, other)");
        assertEquals(
                "Module([Assign([Name('tmp.7.4', Store())], Name('x', Load())), Expr(Call(Name('print', Load()),"
                        + " [Name('tmp.7.4', Load()), Name('other', Load())], []))], [])",
                dump(template, Map.of("x", X)));
    }

    @Test
    void partsKeepTheirRangesAndTheRestHasThatOfPartsBelowOrTheConstructs() {
        Stmt.If made = (Stmt.If) Template.statements("if not $x: $body\nelse: $rest")
                .statement(CONSTRUCT, Map.of("x", X, "body", X, "rest", List.of()));
        assertEquals(CONSTRUCT, made.range());
        assertEquals(PART, made.test().range());
        assertEquals(PART, ((Expr.UnaryOp) made.test()).operand().range());
        assertEquals(PART, made.body().getFirst().range());
        assertEquals(List.of(), made.orelse());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Template template = Template.expression("$x + 1");
        assertThrows(IllegalArgumentException.class, () -> template.expression(CONSTRUCT, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> template.expression(CONSTRUCT, Map.of("x", List.of())));
        assertThrows(CompileException.class, () -> Template.expression("$x +"));
    }
}
