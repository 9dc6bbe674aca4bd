package org.pyvm.modules.sre;

import java.util.IdentityHashMap;
import java.util.Map;

/** Works out what the first character must be where a node begins to match: most attempts fail there. */
final class FirstCharacter {
    /** Nodes that are looked through before giving up. */
    private static final int DEPTH = 12;

    private final Map<Node, CharTest> known = new IdentityHashMap<>();

    /** Any of several. */
    private static final class Union extends CharTest {
        private final CharTest[] tests;

        Union(CharTest[] tests) {
            this.tests = tests;
            fill();
        }

        @Override
        protected boolean rule(int c) {
            for (CharTest test : tests) {
                if (test.test(c)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Gives a node what depends on the nodes behind it. */
    void complete(Node node) {
        switch (node.op) {
            case Node.GREEDY_ONE, Node.LAZY_ONE -> {
                node.follow = of(node.next);
                if (node.next.op == Node.GROUP_REFERENCE && node.next.sensitivity == SreCase.EXACT) {
                    node.followingGroup = node.next.kind;
                }
            }
            case Node.BRANCH -> {
                node.firsts = new CharTest[node.alternatives.length];
                for (int i = 0; i < node.firsts.length; i++) {
                    node.firsts[i] = of(node.alternatives[i]);
                }
            }
            default -> {}
        }
    }

    /** What the first character must be, or null when there may be none or any. */
    CharTest of(Node node) {
        return of(node, DEPTH);
    }

    private CharTest of(Node node, int depth) {
        if (depth == 0) {
            return null;
        }
        if (known.containsKey(node)) {
            return known.get(node);
        }
        CharTest first = compute(node, depth);
        known.put(node, first);
        return first;
    }

    private CharTest compute(Node node, int depth) {
        return switch (node.op) {
            case Node.CHAR, Node.ONE, Node.STRING -> node.test;
            case Node.GREEDY_ONE, Node.LAZY_ONE, Node.POSSESSIVE_ONE -> node.min > 0 ? node.test : null;
            // These consume nothing, so what follows them holds here too.
            case Node.AT, Node.MARK, Node.ASSERT, Node.ASSERT_NOT -> of(node.next, depth - 1);
            case Node.ATOMIC -> of(node.body, depth - 1);
            case Node.REPEAT -> node.next.min > 0 ? of(node.next.body, depth - 1) : null;
            case Node.BRANCH -> union(node.alternatives, depth - 1);
            default -> null;
        };
    }

    private CharTest union(Node[] alternatives, int depth) {
        CharTest[] tests = new CharTest[alternatives.length];
        for (int i = 0; i < tests.length; i++) {
            tests[i] = of(alternatives[i], depth);
            if (tests[i] == null) {
                return null;
            }
        }
        return new Union(tests);
    }
}
