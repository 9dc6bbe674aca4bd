package org.pyvm.parser.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext.Safepoint;

/**
 * Runs the tables over tokens. The stack is an array of frames, one for each rule that is open, so that nesting costs no
 * Java stack; another array holds the finished nodes of all open rules, each rule's behind those of the rule that called
 * it.
 *
 * <p>Where neither the next token nor the one behind it tells alternatives apart, the machine notes a choice and takes
 * the first. A failure goes back to the last choice. A choice is forgotten when its rule has ended, and what was found
 * out about a rule while a choice was open is remembered, which keeps the time linear.
 */
final class ParseMachine {
    private final ParseTables tables;
    private final TokenBuffer tokens;
    private final NodeChecks checks;
    private final boolean full;
    private final Safepoint safepoint;
    private final DepthLimit limit;
    private int nextDepthCheck;

    private State[] returnStates = new State[256];
    private int[] returnBases = new int[256];
    private int[] returnStarts = new int[256];
    private int depth;
    private ParseTree[] nodes = new ParseTree[512];
    private int nodeCount;

    /** Where the open rule's nodes begin. */
    private int base;
    /** The token that the open rule began with. */
    private int start;

    private int position;
    private int farthest;
    /** What a plugin's rule wants at a token where parsing failed; null for nothing in particular. */
    private String expected;

    private int expectedAt = -1;
    /** Where the last rule ended that the start rule called: what came before need not be read again. */
    private int outermostEnd;

    private OpenChoice choice;
    private final Map<Long, Outcome> outcomes = new HashMap<>();
    private final Set<Failed> failedChoices = new HashSet<>();

    /** A place to come back to: the machine as it was, and the alternatives left. */
    private record OpenChoice(
            OpenChoice outer,
            int depth,
            int base,
            int start,
            int nodeCount,
            int position,
            State.Choice alternatives,
            int next) {}

    /** A choice of which no alternative led on from a position. */
    private record Failed(State.Choice choice, int position) {}

    /** What a rule made of the tokens from some position on. */
    private record Outcome(ParseTree node, int end) {}

    /** CPython would have given up. */
    static final class TooDeep extends RuntimeException {
        TooDeep() {
            super(null, null, false, false);
        }
    }

    /** @param full whether every rule gets a node */
    ParseMachine(
            ParseTables tables,
            TokenBuffer tokens,
            NodeChecks checks,
            DepthLimit limit,
            boolean full,
            Safepoint safepoint) {
        this.tables = tables;
        this.tokens = tokens;
        this.checks = checks;
        this.full = full;
        this.safepoint = safepoint;
        this.limit = limit;
        this.nextDepthCheck = limit.firstCheck();
    }

    /**
     * Parses from a token on, as far as the rule goes.
     *
     * @throws ParseFailure when the tokens do not fit
     */
    ParseTree parse(RuleTable rule, int from) {
        depth = 0;
        nodeCount = 0;
        base = 0;
        start = from;
        position = from;
        choice = null;
        outermostEnd = from;
        State state = rule.start();
        State.Action action = actionIn(state);
        boolean tookToken = false;
        while (true) {
            switch (action.kind()) {
                case State.SHIFT -> {
                    shift();
                    tookToken = true;
                    state = action.target();
                    action = actionIn(state);
                }
                case State.CALL -> {
                    Chain chain = full ? Chain.NONE : action.chain();
                    if (chain != Chain.NONE) {
                        shift();
                        int level = chain.goesOn(tokens.classAt(position));
                        tookToken = level == 0;
                        state = enter(chain, level, action.target());
                    } else if (choice != null && action.rule().mayChoose() && recall(action.rule())) {
                        tookToken = false;
                        state = action.target();
                    } else {
                        push(action.target());
                        state = action.rule().start();
                    }
                    action = actionIn(state);
                }
                case State.END -> {
                    RuleTable ended = state.rule;
                    if (!reduce(ended, tookToken)) {
                        action = failed();
                    } else if (depth == 0) {
                        return nodes[0];
                    } else {
                        state = pop(ended);
                        tookToken = false;
                        action = actionIn(state);
                    }
                }
                case State.CHOICE -> {
                    action = choose(action.choice(), 0);
                    if (action == null) {
                        action = failed();
                    }
                }
                default -> {
                    noteExpected(state);
                    action = failed();
                }
            }
        }
    }

    /** Notes what alone a plugin's rule allows where no token fits. */
    private void noteExpected(State state) {
        if (position <= farthest && expectedAt >= 0) {
            return;
        }
        State open = state;
        for (int level = depth; open.isFinal() && level > 0; level--) {
            open = returnStates[level - 1];
        }
        expected = !open.isFinal() && tables.isAdded(open.rule.name()) ? open.onlySpelling() : null;
        expectedAt = position;
    }

    /** What alone could stand at the token that {@link ParseFailure} names, as far as that is for a plugin's rule to say; or null. */
    String expected() {
        return expectedAt == farthest ? expected : null;
    }

    private State.Action failed() {
        farthest = Math.max(farthest, position);
        return backtrack();
    }

    /** After a failure: where the part of the input begins in which it is. */
    int failedFrom() {
        return outermostEnd;
    }

    /** The index of the token behind what {@link #parse} took. */
    int end() {
        return position;
    }

    private State.Action actionIn(State state) {
        State.Row row = state.row();
        return row.actions()[row.alwaysEnds() ? Vocabulary.UNKNOWN : tokens.classAt(position)];
    }

    private void shift() {
        int token = tokens.classAt(position);
        add(ParseTree.leaf(tables.terminal(token), tokens.at(position)));
        position++;
        if ((position & 0xFF) == 0) {
            safepoint.check(depth);
        }
    }

    private void add(ParseTree node) {
        if (nodeCount == nodes.length) {
            nodes = Arrays.copyOf(nodes, nodeCount * 2);
        }
        nodes[nodeCount++] = node;
    }

    /** Opens the rules of a chain that do not end behind the token just taken; the state of the innermost of them. */
    private State enter(Chain chain, int innermost, State returnState) {
        State state = returnState;
        for (int level = chain.length() - 1; level >= innermost; level--) {
            push(state);
            base = nodeCount - 1;
            start = position - 1;
            state = chain.behind(level);
        }
        return state;
    }

    private void push(State returnState) {
        if (depth == returnStates.length) {
            returnStates = Arrays.copyOf(returnStates, depth * 2);
            returnBases = Arrays.copyOf(returnBases, depth * 2);
            returnStarts = Arrays.copyOf(returnStarts, depth * 2);
        }
        if (depth >= nextDepthCheck) {
            nextDepthCheck = limit.check(depth, open -> returnStates[open].rule.number);
            if (nextDepthCheck < 0) {
                throw new TooDeep();
            }
        }
        returnStates[depth] = returnState;
        returnBases[depth] = base;
        returnStarts[depth] = start;
        depth++;
        base = nodeCount;
        start = position;
    }

    /** Leaves a rule for the one that called it, and gives that one's state. */
    private State pop(RuleTable ended) {
        while (choice != null && choice.depth >= depth) {
            choice = choice.outer;
        }
        if (choice != null && ended.mayChoose()) {
            outcomes.put(key(ended.number, start), new Outcome(nodes[nodeCount - 1], position));
        }
        depth--;
        base = returnBases[depth];
        start = returnStarts[depth];
        if (depth == 0) {
            outermostEnd = position;
        }
        return returnStates[depth];
    }

    /** Makes the node of a rule that has ended, or leaves its only child in its place; false if the node is wrong. */
    private boolean reduce(RuleTable ended, boolean tookToken) {
        Rule rule = ended.rule;
        boolean single = nodeCount == base + 1;
        if (single && !full && depth > 0 && (tookToken ? rule.giveWay() : !rule.keep())) {
            return true;
        }
        ParseTree node = ParseTree.node(rule.symbol(), Arrays.copyOfRange(nodes, base, nodeCount));
        if (limit.isTooDeep(ended.number, node)) {
            throw new TooDeep();
        }
        ParseTree wrong = checks.firstWrong(ended.number, node);
        if (wrong != null) {
            // The nodes stay: a choice that is open in the rule may want to go on behind some of them.
            position = tokens.indexOf(wrong.firstToken());
            return false;
        }
        Arrays.fill(nodes, base, nodeCount, null);
        nodes[base] = node;
        nodeCount = base + 1;
        return true;
    }

    /** Takes the first alternative, from one on, that the token behind the next allows; null when there is none. */
    private State.Action choose(State.Choice alternatives, int from) {
        int second = tokens.classAt(position + 1);
        int chosen = nextAllowed(alternatives, from, second);
        if (chosen == alternatives.actions.length) {
            if (from == 0) {
                // No token after the next fits any: that one is out of place, not this.
                farthest = Math.max(farthest, position + 1);
            }
            failedChoices.add(new Failed(alternatives, position));
            return null;
        }
        int next = nextAllowed(alternatives, chosen + 1, second);
        // The last alternative stays noted as well: when it fails, it is known that all have.
        if (next < alternatives.actions.length || from > 0) {
            if (from == 0 && failedChoices.contains(new Failed(alternatives, position))) {
                return null;
            }
            choice = new OpenChoice(choice, depth, base, start, nodeCount, position, alternatives, next);
        }
        return alternatives.actions[chosen];
    }

    private static int nextAllowed(State.Choice alternatives, int from, int secondToken) {
        int next = from;
        while (next < alternatives.actions.length && !alternatives.allows(next, secondToken)) {
            next++;
        }
        return next;
    }

    /** Goes back to the last choice and gives the action to go on with. */
    private State.Action backtrack() {
        while (choice != null) {
            OpenChoice back = choice;
            choice = back.outer;
            depth = back.depth;
            base = back.base;
            start = back.start;
            nodeCount = back.nodeCount;
            position = back.position;
            State.Action action = choose(back.alternatives, back.next);
            if (action != null) {
                return action;
            }
        }
        throw new ParseFailure(farthest);
    }

    /** Uses what is known of a rule at this place. */
    private boolean recall(RuleTable called) {
        Outcome known = outcomes.get(key(called.number, position));
        if (known == null) {
            return false;
        }
        add(known.node);
        position = known.end;
        return true;
    }

    private static long key(int number, int position) {
        return (long) number << 32 | position;
    }
}
