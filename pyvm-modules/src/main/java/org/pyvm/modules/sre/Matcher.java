package org.pyvm.modules.sre;

import java.util.Arrays;
import org.pyvm.eval.Safepoint;
import org.pyvm.objects.ThreadState;

/**
 * Matches a program against a subject by backtracking.
 *
 * <p>Everything that changes along the way (marks, counts of repetitions) is a register. A choice that may be taken back is a
 * frame on one stack: the node, the position, a number of the node's, and the height of the other stack, on which registers
 * leave their old values. Giving up a group of choices, as assertions and atomic groups do, is lowering the first stack only.
 */
final class Matcher {
    private static final int FRAME = 4;
    private static final int[] NOTHING = {};
    /** Failures between two looks at what other threads and signals want. */
    private static final int PATIENCE = 1 << 14;

    private final ThreadState thread;
    private final Program program;
    private final Subject text;
    private final Node[] nodes;
    /** Where the text ends for this matcher. */
    private final int end;

    private final int[] registers;
    /** Empty at first, as is the other stack: many matches need none. */
    private int[] frames = NOTHING;

    private int top;
    private int[] undo = NOTHING;
    private int undoTop;
    private boolean dirty;
    private int patience = PATIENCE;

    /** Where the match begins, after success. */
    private int start;
    /** Where the match ends, after success. */
    private int matchEnd;
    /** Whether the match must reach the end. */
    private boolean matchAll;
    /** A position at which an empty match does not count, or -1. */
    private int forbiddenEmpty = -1;

    Matcher(ThreadState thread, Program program, Subject text, int end) {
        this.thread = thread;
        this.program = program;
        this.text = text;
        this.nodes = program.nodes();
        this.end = end;
        this.registers = new int[program.registerCount()];
        Arrays.fill(registers, -1);
    }

    int start() {
        return start;
    }

    int end() {
        return matchEnd;
    }

    int[] marks() {
        return Arrays.copyOf(registers, program.markCount());
    }

    /** The number of the group that was closed last, or -1. */
    int lastIndex() {
        return registers[program.lastIndexRegister()];
    }

    /** After a match: the next one must not be empty at the place where an empty one was just found. */
    void forbidEmptyAt(int position) {
        forbiddenEmpty = position;
    }

    /** Matches at a position. */
    boolean match(int position) {
        start = position;
        return end - position >= program.minWidth() && run(position);
    }

    /** Matches from a position to the end. */
    boolean fullMatch(int position) {
        matchAll = true;
        try {
            return match(position);
        } finally {
            matchAll = false;
        }
    }

    /** Finds the first match at or behind a position. */
    boolean search(int from) {
        int last = end - program.minWidth();
        if (from > last) {
            return false;
        }
        int[] prefix = program.prefix();
        if (prefix.length > 0) {
            return searchPrefix(prefix, from);
        }
        if (program.anchor() != Program.Anchor.NONE) {
            return searchAnchored(from, last);
        }
        CharTest first = program.first();
        for (int at = from; at <= last; at++) {
            if (first != null) {
                at = text.find(first, at, last + 1);
                if (at < 0) {
                    return false;
                }
            }
            start = at;
            if (run(at)) {
                return true;
            }
            if (program.sweep() != null && forbiddenEmpty < 0) {
                at = span(program.sweep(), at, end);
            }
            forbiddenEmpty = -1;
        }
        return false;
    }

    /** Tries where the text, or a line, begins. */
    private boolean searchAnchored(int from, int last) {
        boolean lines = program.anchor() == Program.Anchor.LINE;
        for (int at = from; at <= last; ) {
            if (at == 0 || lines && text.at(at - 1) == '\n') {
                start = at;
                if (run(at)) {
                    return true;
                }
                forbiddenEmpty = -1;
            }
            int lineEnd = lines ? text.indexOf('\n', at, last) : -1;
            if (lineEnd < 0) {
                return false;
            }
            at = lineEnd + 1;
        }
        return false;
    }

    /** Where a run of characters that pass a test ends at most. */
    private int span(CharTest test, int from, int to) {
        int other = test.onlyFailure();
        if (other == CharTest.SEVERAL) {
            return text.span(test, from, to);
        }
        int at = other < 0 ? -1 : text.indexOf(other, from, to);
        return at < 0 ? to : at;
    }

    private boolean searchPrefix(int[] prefix, int from) {
        for (int at = from; (at = text.indexOf(prefix, program.prefixText(), at, end)) >= 0; at++) {
            start = at;
            if (program.isLiteral()) {
                matchEnd = at + prefix.length;
                return true;
            }
            if (run(at)) {
                return true;
            }
        }
        return false;
    }

    private void set(int register, int value) {
        if (undoTop + 2 > undo.length) {
            undo = Arrays.copyOf(undo, Math.max(64, undo.length * 2));
        }
        undo[undoTop++] = register;
        undo[undoTop++] = registers[register];
        registers[register] = value;
        dirty = true;
    }

    private void push(Node node, int position, int extra) {
        if (top + FRAME > frames.length) {
            grow();
        }
        frames[top] = node.id;
        frames[top + 1] = position;
        frames[top + 2] = extra;
        frames[top + 3] = undoTop;
        top += FRAME;
    }

    private void grow() {
        if (frames.length > Integer.MAX_VALUE / 2 - FRAME) {
            throw org.pyvm.objects.PyErr.memoryError();
        }
        frames = Arrays.copyOf(frames, Math.max(16 * FRAME, frames.length * 2));
    }

    private void undoTo(int height) {
        while (undoTop > height) {
            undoTop -= 2;
            registers[undo[undoTop]] = undo[undoTop + 1];
        }
    }

    private void reset() {
        top = 0;
        undoTop = 0;
        if (dirty) {
            Arrays.fill(registers, -1);
            dirty = false;
        }
    }

    private boolean run(int from) {
        reset();
        Node node = program.entry();
        int position = from;
        while (true) {
            // Each case goes on with the next node, or falls out of the switch when it does not match.
            switch (node.op) {
                case Node.CHAR -> {
                    if (position < end && text.at(position) == node.literal) {
                        position++;
                        node = node.next;
                        continue;
                    }
                }
                case Node.ONE -> {
                    if (position < end && node.test.test(text.at(position))) {
                        position++;
                        node = node.next;
                        continue;
                    }
                }
                case Node.STRING -> {
                    int length = node.literals.length;
                    if (end - position >= length && text.matches(node.literals, position)) {
                        position += length;
                        node = node.next;
                        continue;
                    }
                }
                case Node.AT -> {
                    if (isAt(node.kind, position)) {
                        node = node.next;
                        continue;
                    }
                }
                case Node.MARK -> {
                    mark(node.kind, position);
                    node = node.next;
                    continue;
                }
                case Node.BRANCH -> {
                    Node chosen = choose(node, 0, position);
                    if (chosen != null) {
                        node = chosen;
                        continue;
                    }
                }
                case Node.GREEDY_ONE -> {
                    int most = count(node, position);
                    if (most - position >= node.min) {
                        int to = greedy(node, most, position + node.min);
                        if (to >= 0) {
                            position = to;
                            node = node.next;
                            continue;
                        }
                    }
                }
                case Node.LAZY_ONE -> {
                    int to = lazy(node, position);
                    if (to >= 0) {
                        position = to;
                        node = node.next;
                        continue;
                    }
                }
                case Node.POSSESSIVE_ONE -> {
                    int most = count(node, position);
                    if (most - position >= node.min) {
                        position = most;
                        node = node.next;
                        continue;
                    }
                }
                case Node.SUCCESS -> {
                    if ((!matchAll || position == end) && (position != start || start != forbiddenEmpty)) {
                        matchEnd = position;
                        return true;
                    }
                }
                case Node.GROUP_REFERENCE -> {
                    int to = reference(node, position);
                    if (to >= 0) {
                        position = to;
                        node = node.next;
                        continue;
                    }
                }
                case Node.FAIL -> {}
                case Node.ASSERT_NOT -> {
                    if (position < node.min) {
                        node = node.next;
                        continue;
                    }
                    set(node.register, top);
                    push(node, position, 0);
                    position -= node.min;
                    node = node.body;
                    continue;
                }
                case Node.ASSERT -> {
                    if (position >= node.min) {
                        set(node.register, top);
                        set(node.register + 1, position);
                        position -= node.min;
                        node = node.body;
                        continue;
                    }
                }
                case Node.ASSERT_END -> {
                    top = registers[node.owner.register];
                    position = registers[node.owner.register + 1];
                    node = node.next;
                    continue;
                }
                // Drops the frame that would go on behind the assertion, too.
                case Node.ASSERT_NOT_END -> top = registers[node.owner.register];
                default -> {
                    node = repeat(node, position);
                    continue;
                }
            }
            while (true) {
                if (top == 0) {
                    return false;
                }
                if (--patience == 0) {
                    patience = PATIENCE;
                    Safepoint.poll(thread);
                }
                top -= FRAME;
                undoTo(frames[top + 3]);
                node = nodes[frames[top]];
                position = frames[top + 1];
                int extra = frames[top + 2];
                if (node.op == Node.GREEDY_ONE) {
                    position = greedy(node, position - 1, extra);
                    if (position < 0) {
                        continue;
                    }
                    node = node.next;
                } else if (node.op == Node.BRANCH) {
                    node = choose(node, extra, position);
                } else if (node.op == Node.LAZY_ONE) {
                    position = lazyMore(node, position, extra);
                    if (position < 0) {
                        continue;
                    }
                    node = node.next;
                } else {
                    // A repetition ends or goes on; a negative assertion holds.
                    node = node.op == Node.MIN_UNTIL ? another(node, position) : node.next;
                    if (node == null) {
                        continue;
                    }
                }
                break;
            }
        }
    }

    private void mark(int mark, int position) {
        set(mark, position);
        if ((mark & 1) != 0) {
            set(program.lastIndexRegister(), (mark >> 1) + 1);
        }
    }

    /** The next alternative whose first character fits; pushes a frame when there is another one behind it. */
    private Node choose(Node branch, int from, int position) {
        int chosen = fitting(branch, from, position);
        if (chosen < 0) {
            return null;
        }
        int other = fitting(branch, chosen + 1, position);
        if (other >= 0) {
            push(branch, position, other);
        }
        return branch.alternatives[chosen];
    }

    private int fitting(Node branch, int from, int position) {
        int c = position < end ? text.at(position) : -1;
        for (int i = from; i < branch.alternatives.length; i++) {
            CharTest first = branch.firsts[i];
            if (first == null || c >= 0 && first.test(c)) {
                return i;
            }
        }
        return -1;
    }

    /** Where a repetition of one character ends at most. */
    private int count(Node node, int position) {
        int limit = node.max < end - position ? position + node.max : end;
        return span(node.test, position, limit);
    }

    /** Ends a greedy repetition at the last place where the next node may match; -1 when there is none. */
    private int greedy(Node node, int most, int least) {
        int to = most;
        CharTest follow = node.follow;
        if (follow != null) {
            while (to >= least && (to >= end || !follow.test(text.at(to)))) {
                to--;
            }
        }
        if (to < least) {
            return -1;
        }
        if (to > least) {
            push(node, to, least);
        }
        return to;
    }

    private int lazy(Node node, int position) {
        if (end - position < node.min) {
            return -1;
        }
        int at = position;
        for (int i = 0; i < node.min; i++, at++) {
            if (!node.test.test(text.at(at))) {
                return -1;
            }
        }
        return lazyFrom(node, at, node.min);
    }

    private int lazyMore(Node node, int position, int count) {
        if (count >= node.max || position >= end || !node.test.test(text.at(position))) {
            return -1;
        }
        return lazyFrom(node, position + 1, count + 1);
    }

    /** Ends a lazy repetition at the first place from here on where the next node may match. */
    private int lazyFrom(Node node, int position, int counted) {
        int at = position;
        int count = counted;
        CharTest follow = node.follow;
        if (follow != null) {
            while (at < end && !follow.test(text.at(at))) {
                if (count >= node.max || !node.test.test(text.at(at))) {
                    return -1;
                }
                at++;
                count++;
            }
            if (at >= end) {
                return -1;
            }
        } else if (node.followingGroup >= 0 && node.test.onlyFailure() == -1) {
            at = nextReference(node.followingGroup, position);
            // No more rounds than there may be.
            if (at < 0 || at - position > node.max - counted) {
                return -1;
            }
            count = counted + at - position;
        }
        push(node, at, count);
        return at;
    }

    /** The next place where the text of a group may stand, or -1. */
    private int nextReference(int group, int position) {
        if (!hasMatched(group)) {
            return -1;
        }
        int from = registers[2 * group];
        return registers[2 * group + 1] == from ? position : text.indexOf(text.at(from), position, end);
    }

    /** The operations that are about repetitions of more than a character, and groups of choices; these always go on. */
    private Node repeat(Node node, int position) {
        switch (node.op) {
            case Node.REPEAT -> {
                Node until = node.next;
                set(until.register, until.op == Node.POSSESSIVE ? 0 : -1);
                set(until.register + 1, -1);
                return until;
            }
            case Node.MAX_UNTIL -> {
                return maxUntil(node, position);
            }
            case Node.MIN_UNTIL -> {
                return minUntil(node, position);
            }
            case Node.POSSESSIVE -> {
                return possessive(node, position);
            }
            case Node.POSSESSIVE_END -> {
                Node round = node.owner;
                top = registers[round.register + 2];
                set(round.register, registers[round.register] + 1);
                return round;
            }
            case Node.IF_GROUP -> {
                return hasMatched(node.kind) ? node.body : node.next;
            }
            case Node.ATOMIC -> {
                set(node.register, top);
                return node.body;
            }
            case Node.ATOMIC_END -> {
                top = registers[node.owner.register];
                return node.next;
            }
            default -> throw new IllegalStateException("node " + node.op);
        }
    }

    private Node maxUntil(Node node, int position) {
        int count = registers[node.register] + 1;
        if (count < node.min) {
            set(node.register, count);
            return node.body;
        }
        // A round that matched nothing is not followed by another one, which would go on for ever.
        if (count < node.max && position != registers[node.register + 1]) {
            push(node, position, 0);
            set(node.register, count);
            set(node.register + 1, position);
            return node.body;
        }
        return node.next;
    }

    private Node minUntil(Node node, int position) {
        int count = registers[node.register] + 1;
        if (count < node.min) {
            set(node.register, count);
            return node.body;
        }
        push(node, position, 0);
        return node.next;
    }

    /** Another round of a lazy repetition, or null when there must not be one. */
    private Node another(Node node, int position) {
        int count = registers[node.register] + 1;
        if (count >= node.max || position == registers[node.register + 1]) {
            return null;
        }
        set(node.register, count);
        set(node.register + 1, position);
        return node.body;
    }

    private Node possessive(Node node, int position) {
        int count = registers[node.register];
        if (count < node.min) {
            set(node.register + 2, top);
            return node.body;
        }
        if (count < node.max && position != registers[node.register + 1]) {
            set(node.register + 2, top);
            push(node, position, 0);
            set(node.register + 1, position);
            return node.body;
        }
        return node.next;
    }

    private boolean hasMatched(int group) {
        int from = registers[2 * group];
        int to = registers[2 * group + 1];
        return from >= 0 && to >= from;
    }

    /** Where the text of a group ends when it stands at a position, or -1. */
    private int reference(Node node, int position) {
        if (!hasMatched(node.kind)) {
            return -1;
        }
        int from = registers[2 * node.kind];
        int length = registers[2 * node.kind + 1] - from;
        if (end - position < length) {
            return -1;
        }
        for (int i = 0; i < length; i++) {
            int a = text.at(from + i);
            int b = text.at(position + i);
            if (a != b && node.sensitivity.lower(a) != node.sensitivity.lower(b)) {
                return -1;
            }
        }
        return position + length;
    }

    private boolean isAt(int kind, int position) {
        return switch (kind) {
            case SreCode.AT_BEGINNING, SreCode.AT_BEGINNING_STRING -> position == 0;
            case SreCode.AT_BEGINNING_LINE -> position == 0 || text.at(position - 1) == '\n';
            case SreCode.AT_END -> position == end || position + 1 == end && text.at(position) == '\n';
            case SreCode.AT_END_LINE -> position == end || text.at(position) == '\n';
            case SreCode.AT_END_STRING -> position == end;
            case SreCode.AT_BOUNDARY, SreCode.AT_LOC_BOUNDARY -> end > 0 && isAsciiBoundary(position);
            case SreCode.AT_NON_BOUNDARY, SreCode.AT_LOC_NON_BOUNDARY -> end > 0 && !isAsciiBoundary(position);
            case SreCode.AT_UNI_BOUNDARY -> end > 0 && isUnicodeBoundary(position);
            case SreCode.AT_UNI_NON_BOUNDARY -> end > 0 && !isUnicodeBoundary(position);
            default -> throw new InvalidCode();
        };
    }

    private boolean isAsciiBoundary(int position) {
        boolean before = position > 0 && CharTest.isAsciiWord(text.at(position - 1));
        boolean behind = position < end && CharTest.isAsciiWord(text.at(position));
        return before != behind;
    }

    private boolean isUnicodeBoundary(int position) {
        boolean before = position > 0 && CharTest.isUnicodeWord(text.at(position - 1));
        boolean behind = position < end && CharTest.isUnicodeWord(text.at(position));
        return before != behind;
    }
}
