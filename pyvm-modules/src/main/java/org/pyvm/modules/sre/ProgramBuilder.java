package org.pyvm.modules.sre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns the words of a pattern's code into nodes, from back to front: each node is made knowing the one behind it. */
final class ProgramBuilder {
    private static final int[] NO_LITERALS = {};

    private final int[] code;
    private final int groups;
    private final List<Node> nodes = new ArrayList<>();
    private int registers;
    private int minWidth;
    private int[] prefix = NO_LITERALS;
    private boolean isLiteral;

    private ProgramBuilder(int[] code, int groups) {
        this.code = code;
        this.groups = groups;
        this.registers = 2 * groups + 1;
    }

    /** @throws InvalidCode for code that the standard library does not make */
    static Program build(int[] code, int groups) {
        try {
            return new ProgramBuilder(code, groups).build();
        } catch (IndexOutOfBoundsException e) {
            throw new InvalidCode();
        }
    }

    private Program build() {
        int start = 0;
        if (code[0] == SreCode.INFO) {
            info();
            start = 1 + code[1];
        }
        Node entry = sequence(start, code.length - 1, node(Node.SUCCESS));
        if (code[code.length - 1] != SreCode.SUCCESS) {
            throw new InvalidCode();
        }
        FirstCharacter firsts = new FirstCharacter();
        for (Node node : nodes) {
            firsts.complete(node);
        }
        return new Program(
                nodes.toArray(Node[]::new),
                entry,
                2 * groups,
                registers,
                minWidth,
                prefix,
                prefixText(),
                isLiteral,
                firsts.of(entry),
                anchor(entry),
                sweep(entry));
    }

    private String prefixText() {
        String text = new String(prefix, 0, prefix.length);
        return prefix.length > 0 && text.length() == prefix.length ? text : null;
    }

    private static Program.Anchor anchor(Node entry) {
        if (entry.op != Node.AT) {
            return Program.Anchor.NONE;
        }
        return switch (entry.kind) {
            case SreCode.AT_BEGINNING, SreCode.AT_BEGINNING_STRING -> Program.Anchor.TEXT;
            case SreCode.AT_BEGINNING_LINE -> Program.Anchor.LINE;
            default -> Program.Anchor.NONE;
        };
    }

    /** The test of a {@code .*} at the beginning; null when there is none, or when what follows may refer to its text. */
    private CharTest sweep(Node entry) {
        Node first = entry;
        while (first.op == Node.MARK) {
            first = first.next;
        }
        boolean isAny = (first.op == Node.GREEDY_ONE || first.op == Node.LAZY_ONE)
                && first.min == 0
                && first.max == Integer.MAX_VALUE
                && first.test.onlyFailure() != CharTest.SEVERAL;
        boolean refers = first != entry && nodes.stream().anyMatch(node -> node.op == Node.GROUP_REFERENCE);
        return isAny && !refers ? first.test : null;
    }

    private void info() {
        int flags = code[2];
        minWidth = code[3] < 0 ? Integer.MAX_VALUE : code[3];
        if ((flags & SreCode.INFO_PREFIX) != 0) {
            prefix = Arrays.copyOfRange(code, 7, 7 + code[5]);
            isLiteral = (flags & SreCode.INFO_LITERAL) != 0;
        }
    }

    private Node node(int op) {
        Node node = new Node(op);
        node.id = nodes.size();
        nodes.add(node);
        return node;
    }

    private Node node(int op, Node next) {
        Node node = node(op);
        node.next = next;
        return node;
    }

    /** Position behind the operation at a position. */
    private int end(int at) {
        return switch (code[at]) {
            case SreCode.SUCCESS, SreCode.FAILURE, SreCode.ANY, SreCode.ANY_ALL -> at + 1;
            case SreCode.LITERAL,
                    SreCode.NOT_LITERAL,
                    SreCode.LITERAL_IGNORE,
                    SreCode.NOT_LITERAL_IGNORE,
                    SreCode.LITERAL_UNI_IGNORE,
                    SreCode.NOT_LITERAL_UNI_IGNORE,
                    SreCode.LITERAL_LOC_IGNORE,
                    SreCode.NOT_LITERAL_LOC_IGNORE,
                    SreCode.AT,
                    SreCode.CATEGORY,
                    SreCode.MARK,
                    SreCode.JUMP,
                    SreCode.GROUPREF,
                    SreCode.GROUPREF_IGNORE,
                    SreCode.GROUPREF_UNI_IGNORE,
                    SreCode.GROUPREF_LOC_IGNORE -> at + 2;
            case SreCode.IN,
                    SreCode.IN_IGNORE,
                    SreCode.IN_UNI_IGNORE,
                    SreCode.IN_LOC_IGNORE,
                    SreCode.INFO,
                    SreCode.ASSERT,
                    SreCode.ASSERT_NOT,
                    SreCode.ATOMIC_GROUP,
                    SreCode.REPEAT_ONE,
                    SreCode.MIN_REPEAT_ONE,
                    SreCode.POSSESSIVE_REPEAT_ONE -> at + 1 + code[at + 1];
            // Behind the body stands one word more, which ends its rounds.
            case SreCode.REPEAT, SreCode.POSSESSIVE_REPEAT -> at + 2 + code[at + 1];
            case SreCode.BRANCH -> {
                int skipAt = at + 1;
                while (code[skipAt] != 0) {
                    skipAt += positive(code[skipAt]);
                }
                yield skipAt + 1;
            }
            case SreCode.GROUPREF_EXISTS -> {
                int target = at + 1 + positive(code[at + 2]);
                int jump = jumpBefore(at + 3, target);
                yield jump < 0 ? target : jump + 1 + code[jump + 1];
            }
            default -> throw new InvalidCode();
        };
    }

    private static int positive(int skip) {
        if (skip <= 0) {
            throw new InvalidCode();
        }
        return skip;
    }

    /** Position of the jump that ends a stretch of code, or -1 when it ends with something else. */
    private int jumpBefore(int start, int end) {
        int last = -1;
        for (int at = start; at < end; at = end(at)) {
            last = at;
            if (code[at] == SreCode.JUMP) {
                return at;
            }
        }
        return last >= 0 && code[last] == SreCode.JUMP ? last : -1;
    }

    /** The nodes of a stretch of code, before a node that is there already. */
    private Node sequence(int start, int end, Node next) {
        List<Integer> starts = new ArrayList<>();
        for (int at = start; at < end; ) {
            starts.add(at);
            int behind = end(at);
            if (behind <= at || behind > end) {
                throw new InvalidCode();
            }
            at = behind;
        }
        Node first = next;
        for (int i = starts.size() - 1; i >= 0; i--) {
            int at = starts.get(i);
            if (code[at] == SreCode.LITERAL) {
                int run = i;
                while (run > 0 && code[starts.get(run - 1)] == SreCode.LITERAL) {
                    run--;
                }
                first = literals(starts.subList(run, i + 1), first);
                i = run;
            } else {
                first = operation(at, first);
            }
        }
        return first;
    }

    private Node literals(List<Integer> positions, Node next) {
        if (positions.size() == 1) {
            Node node = node(Node.CHAR, next);
            node.literal = code[positions.getFirst() + 1];
            node.test = new CharTest.Literal(node.literal, false, SreCase.EXACT);
            return node;
        }
        Node node = node(Node.STRING, next);
        node.literals = positions.stream().mapToInt(at -> code[at + 1]).toArray();
        node.test = new CharTest.Literal(node.literals[0], false, SreCase.EXACT);
        return node;
    }

    /** What a one-character operation tests, or null for another one. */
    private CharTest test(int at) {
        return switch (code[at]) {
            case SreCode.ANY -> new CharTest.Any(false);
            case SreCode.ANY_ALL -> new CharTest.Any(true);
            case SreCode.LITERAL -> new CharTest.Literal(code[at + 1], false, SreCase.EXACT);
            case SreCode.NOT_LITERAL -> new CharTest.Literal(code[at + 1], true, SreCase.EXACT);
            case SreCode.LITERAL_IGNORE -> new CharTest.Literal(code[at + 1], false, SreCase.ASCII);
            case SreCode.NOT_LITERAL_IGNORE -> new CharTest.Literal(code[at + 1], true, SreCase.ASCII);
            case SreCode.LITERAL_UNI_IGNORE -> new CharTest.Literal(code[at + 1], false, SreCase.UNICODE);
            case SreCode.NOT_LITERAL_UNI_IGNORE -> new CharTest.Literal(code[at + 1], true, SreCase.UNICODE);
            case SreCode.LITERAL_LOC_IGNORE -> new CharTest.Literal(code[at + 1], false, SreCase.LOCALE);
            case SreCode.NOT_LITERAL_LOC_IGNORE -> new CharTest.Literal(code[at + 1], true, SreCase.LOCALE);
            case SreCode.CATEGORY -> new CharTest.Category(code[at + 1]);
            case SreCode.IN -> new CharTest.Set(code, at + 2, SreCase.EXACT);
            case SreCode.IN_IGNORE -> new CharTest.Set(code, at + 2, SreCase.ASCII);
            case SreCode.IN_UNI_IGNORE -> new CharTest.Set(code, at + 2, SreCase.UNICODE);
            case SreCode.IN_LOC_IGNORE -> new CharTest.Set(code, at + 2, SreCase.LOCALE);
            default -> null;
        };
    }

    private Node operation(int at, Node next) {
        CharTest test = test(at);
        if (test != null) {
            Node node = node(Node.ONE, next);
            node.test = test;
            return node;
        }
        return switch (code[at]) {
            case SreCode.SUCCESS, SreCode.INFO -> next;
            case SreCode.FAILURE -> node(Node.FAIL);
            case SreCode.AT -> withKind(Node.AT, code[at + 1], next);
            case SreCode.MARK -> {
                checkGroup(code[at + 1] >> 1);
                yield withKind(Node.MARK, code[at + 1], next);
            }
            case SreCode.GROUPREF -> reference(at, SreCase.EXACT, next);
            case SreCode.GROUPREF_IGNORE -> reference(at, SreCase.ASCII, next);
            case SreCode.GROUPREF_UNI_IGNORE -> reference(at, SreCase.UNICODE, next);
            case SreCode.GROUPREF_LOC_IGNORE -> reference(at, SreCase.LOCALE, next);
            case SreCode.GROUPREF_EXISTS -> condition(at, next);
            case SreCode.BRANCH -> branch(at, next);
            case SreCode.REPEAT_ONE -> repeatOne(Node.GREEDY_ONE, at, next);
            case SreCode.MIN_REPEAT_ONE -> repeatOne(Node.LAZY_ONE, at, next);
            case SreCode.POSSESSIVE_REPEAT_ONE -> repeatOne(Node.POSSESSIVE_ONE, at, next);
            case SreCode.REPEAT -> repeat(at, next);
            case SreCode.POSSESSIVE_REPEAT -> possessive(at, next);
            case SreCode.ASSERT -> assertion(at, Node.ASSERT, Node.ASSERT_END, next);
            case SreCode.ASSERT_NOT -> assertion(at, Node.ASSERT_NOT, Node.ASSERT_NOT_END, next);
            case SreCode.ATOMIC_GROUP -> atomic(at, next);
            default -> throw new InvalidCode();
        };
    }

    private void checkGroup(int group) {
        if (group < 0 || group >= groups) {
            throw new InvalidCode();
        }
    }

    private Node withKind(int op, int kind, Node next) {
        Node node = node(op, next);
        node.kind = kind;
        return node;
    }

    private Node reference(int at, SreCase sensitivity, Node next) {
        checkGroup(code[at + 1]);
        Node node = withKind(Node.GROUP_REFERENCE, code[at + 1], next);
        node.sensitivity = sensitivity;
        return node;
    }

    private Node condition(int at, Node next) {
        checkGroup(code[at + 1]);
        int target = at + 1 + code[at + 2];
        int jump = jumpBefore(at + 3, target);
        Node yes = sequence(at + 3, jump < 0 ? target : jump, next);
        Node no = jump < 0 ? next : sequence(target, jump + 1 + code[jump + 1], next);
        Node node = withKind(Node.IF_GROUP, code[at + 1], no);
        node.body = yes;
        return node;
    }

    private Node branch(int at, Node next) {
        List<Node> alternatives = new ArrayList<>();
        int skipAt = at + 1;
        for (int skip; (skip = code[skipAt]) != 0; skipAt += skip) {
            int end = skipAt + skip - 2;
            if (code[end] != SreCode.JUMP) {
                throw new InvalidCode();
            }
            alternatives.add(sequence(skipAt + 1, end, next));
        }
        Node node = node(Node.BRANCH, next);
        node.alternatives = alternatives.toArray(Node[]::new);
        return node;
    }

    private Node counted(int op, int at, Node next) {
        Node node = node(op, next);
        node.min = code[at + 2] < 0 ? Integer.MAX_VALUE : code[at + 2];
        node.max = code[at + 3] < 0 ? Integer.MAX_VALUE : code[at + 3];
        if (node.min > node.max) {
            throw new InvalidCode();
        }
        return node;
    }

    private Node repeatOne(int op, int at, Node next) {
        Node node = counted(op, at, next);
        node.test = test(at + 4);
        if (node.test == null) {
            throw new InvalidCode();
        }
        return node;
    }

    private Node repeat(int at, Node next) {
        int untilAt = at + 1 + code[at + 1];
        int op = switch (code[untilAt]) {
            case SreCode.MAX_UNTIL -> Node.MAX_UNTIL;
            case SreCode.MIN_UNTIL -> Node.MIN_UNTIL;
            default -> throw new InvalidCode();
        };
        Node until = counted(op, at, next);
        until.register = registers;
        registers += 2;
        until.body = sequence(at + 4, untilAt, until);
        return node(Node.REPEAT, until);
    }

    private Node possessive(int at, Node next) {
        int endAt = at + 1 + code[at + 1];
        Node round = counted(Node.POSSESSIVE, at, next);
        round.register = registers;
        registers += 3;
        Node end = node(Node.POSSESSIVE_END);
        end.owner = round;
        round.body = sequence(at + 4, endAt, end);
        return node(Node.REPEAT, round);
    }

    private Node assertion(int at, int op, int endOp, Node next) {
        Node node = node(op, next);
        node.min = code[at + 2];
        node.register = registers;
        registers += 2;
        Node end = node(endOp, next);
        end.owner = node;
        node.body = sequence(at + 3, at + code[at + 1], end);
        return node;
    }

    private Node atomic(int at, Node next) {
        Node node = node(Node.ATOMIC, next);
        node.register = registers++;
        Node end = node(Node.ATOMIC_END, next);
        end.owner = node;
        node.body = sequence(at + 2, at + code[at + 1], end);
        return node;
    }
}
