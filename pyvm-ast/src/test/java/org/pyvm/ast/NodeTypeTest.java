package org.pyvm.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeTypeTest {
    /** Has every node of a module but those of type comments and other modes. */
    private static final String EVERYTHING = """
        import a.b as c
        from . import d
        @dec
        class C(B, m=M):
            async def f(self, p: int = 1, /, *a, k=2, **kw) -> None:
                global g
                await x; yield; (yield from y)
                async for i in z: break
                async with w as v: continue
        def h():
            nonlocal n
            return lambda: 0
        for q in r: pass
        while not s: del t
        with u: raise E from F
        try: assert 1, 'm'
        except E as e: pass
        try: pass
        except* E: pass
        if a and b or -c: d = e = {1: 2, **f}
        g += 1; h: int = 2; print(h)
        x.y[z:1, ...] = [*a], {1}, (1,)
        [i for i in j if k]; {i for i in j}; {i: k for i in j}; (i for i in j)
        (n := 1 if a else b < c) + f'{a!r:>{w}}'
        match m:
            case 1 | None | [a, *_] | {'k': v, **r} | C(x, y=1) as n if g: pass
        """;

    @Test
    void everyNodeCanBeMadeFromItsFields() {
        Set<String> seen = new HashSet<>();
        Deque<Node> nodes = new ArrayDeque<>();
        nodes.push(Stages.SHORT_TREES.build(EVERYTHING));
        while (!nodes.isEmpty()) {
            Node node = nodes.pop();
            assertEquals(node, node.nodeType().make(node.fields(), node.range()));
            assertEquals(node.nodeType().hasRange(), node.range() != null, node.nodeName());
            // The two classes of that name are told apart by what they stand in.
            seen.add(node.nodeType().name());
            node.children().forEach(nodes::push);
        }
        Set<String> all = new HashSet<>();
        NodeType.python().forEach(type -> all.add(type.name()));
        all.removeAll(Set.of("Interactive", "Expression", "FunctionType", "TypeIgnore"));
        assertEquals(all, seen);
    }
}
