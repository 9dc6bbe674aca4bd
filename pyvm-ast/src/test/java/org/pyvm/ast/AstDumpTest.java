package org.pyvm.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AstDumpTest {
    private static final Mod TREE = Stages.SHORT_TREES.build("def f(a=1): return\nx = [], -b\n");

    @Test
    void indentsLikePython() {
        assertEquals("""
            Module(
              body=[
                FunctionDef(
                  name='f',
                  args=arguments(
                    posonlyargs=[],
                    args=[
                      arg(arg='a')],
                    kwonlyargs=[],
                    kw_defaults=[],
                    defaults=[
                      Constant(value=1)]),
                  body=[
                    Return()],
                  decorator_list=[]),
                Assign(
                  targets=[
                    Name(id='x', ctx=Store())],
                  value=Tuple(
                    elts=[
                      List(elts=[], ctx=Load()),
                      UnaryOp(
                        op=USub(),
                        operand=Name(id='b', ctx=Load()))],
                    ctx=Load()))],
              type_ignores=[])\
            """, new AstDump(true, false, "  ").text(TREE));
    }

    @Test
    void leavesNamesOutUntilAFieldIsMissing() {
        assertEquals(
                "Module([FunctionDef('f', arguments([], [arg('a')], kwonlyargs=[], kw_defaults=[], "
                        + "defaults=[Constant(1)]), [Return()], []), Assign([Name('x', Store())], "
                        + "Tuple([List([], Load()), UnaryOp(USub(), Name('b', Load()))], Load()))], [])",
                new AstDump(false, false, null).text(TREE));
    }

    @Test
    void writesJson() {
        assertEquals(
                "{\"node\": \"Module\", \"body\": [{\"node\": \"Expr\", \"value\": {\"node\": \"BinOp\", "
                        + "\"left\": {\"node\": \"Name\", \"id\": \"a\", \"ctx\": \"Load\", \"range\": [1, 0, 1, 1]}, "
                        + "\"op\": \"Add\", \"right\": {\"node\": \"Constant\", \"value\": {\"type\": \"str\", "
                        + "\"repr\": \"'\\\\n'\"}, \"kind\": null, \"range\": [1, 4, 1, 8]}, \"range\": [1, 0, 1, 8]}, "
                        + "\"range\": [1, 0, 1, 8]}], \"type_ignores\": []}",
                AstJson.text(Stages.SHORT_TREES.build("a + '\\n'\n")));
    }

    @Test
    void longChainsNeedNoJavaStack() {
        for (String chain : new String[] {" + b", ".b", "()", "[b]", " and b", " < b"}) {
            Mod tree = Stages.SHORT_TREES.build("x = a" + chain.repeat(20_000) + "\n");
            assertTrue(AstDump.DEFAULT.text(tree).length() > 100_000, chain);
        }
        Mod tree = Stages.SHORT_TREES.build("if a: b\n" + "elif a: b\n".repeat(1_000));
        assertTrue(AstJson.text(tree).length() > 10_000);
    }
}
