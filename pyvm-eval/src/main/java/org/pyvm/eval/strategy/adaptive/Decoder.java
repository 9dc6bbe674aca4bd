package org.pyvm.eval.strategy.adaptive;

import static org.pyvm.compiler.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.CodeStacks;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.Block;
import org.pyvm.eval.GlobalCache;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Wordcode;
import org.pyvm.eval.semantics.FunctionCalls;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.types.PyStr;

/**
 * Makes steps of wordcode. It follows the instructions with a stack of {@link Operand}s: loads and rotations only change that
 * stack, and the step for the instruction that consumes their values has them from where they are. A value on the frame's stack
 * has a place that is known beforehand, so no step counts. What cannot wait is loaded by a step of its own, in order;
 * wherever control can come from elsewhere, all values are in their places.
 *
 * <p>In a finally handler nobody knows how high the stack is: there, each instruction is a {@link PlainStep}.
 */
final class Decoder {
    private final PyCode code;
    private final byte[] words;
    private final CodeStacks stacks;
    private final int base;
    private final List<Step> steps = new ArrayList<>();
    private final int[] entries;
    /** Instructions that control comes to from others than the one before. */
    private final BitSet starts = new BitSet();
    /** Variables that have a value wherever they are read. */
    private final BitSet alwaysBound;
    /** Variables that have one in this block. */
    private final BitSet bound = new BitSet();

    /** What the value stack holds. */
    private final List<Operand> stack = new ArrayList<>();
    /** Offset behind the last step, and what the stack held there. */
    private int resumeAt;

    private Operand[] before;
    /** Whether a step has been made for what begins at {@link #resumeAt}. */
    private boolean begun;
    /** Offsets that lead to the next step. */
    private final List<Integer> open = new ArrayList<>();

    private Decoder(PyCode code, CodeStacks stacks) {
        this.code = code;
        this.words = code.code().code();
        this.stacks = stacks;
        this.base = code.stackBase();
        this.alwaysBound = Wordcode.alwaysBound(code);
        this.entries = new int[words.length / 2 + 1];
        Arrays.fill(entries, -1);
    }

    /** The steps of a code object; null when it runs once and has no loop, or its stacks are not known. */
    static DecodedCode decode(PyCode code) {
        byte[] words = code.code().code();
        boolean loops = code.code().has(CodeFlags.OPTIMIZED);
        for (int i = 0; i < words.length; i += 2) {
            int opcode = words[i] & 0xFF;
            if (opcode >= InstructionSet.FIRST_PLUGIN || InstructionSet.python().opcode(opcode) == null) {
                return null;
            }
            loops |= opcode == FOR_ITER || opcode == JUMP_ABSOLUTE;
        }
        CodeStacks stacks = loops ? CodeStacks.of(code.code()) : null;
        return stacks == null ? null : new Decoder(code, stacks).decode();
    }

    private DecodedCode decode() {
        findStarts();
        boolean comes = false;
        for (int i = 0; i < stacks.count(); ) {
            if (!stacks.isReachable(i)) {
                comes = false;
                i++;
                continue;
            }
            int start = stacks.start(i);
            if (!comes || starts.get(start)) {
                if (comes) {
                    flush(stack.size());
                }
                begin(i, start, comes);
            }
            if (isKnown(i)) {
                int following = instruction(i);
                comes = !endsBlock(opcode(i)) && following < stacks.count();
                if (comes && stacks.isReachable(following) && !isKnown(following)) {
                    flush(stack.size());
                    add(new Moves.SetTop(base + stack.size()));
                    comes = false;
                    begun = true;
                }
                i = following;
            } else {
                plain(i, -1);
                comes = false;
                i++;
            }
        }
        return new DecodedCode(steps, entries);
    }

    /** Values are in their places: code can be entered here. */
    private void begin(int i, int start, boolean comes) {
        stack.clear();
        bound.clear();
        if (isKnown(i)) {
            for (int at = 0; at < stacks.depth(i); at++) {
                stack.add(Operand.onStack(base + at));
            }
        }
        if (!comes || begun) {
            open.clear();
        }
        restart(start);
    }

    private void restart(int offset) {
        resumeAt = offset;
        before = stack.toArray(Operand[]::new);
        begun = false;
        if (isInPlace()) {
            open.add(offset);
        }
    }

    private boolean isInPlace() {
        for (int i = 0; i < stack.size(); i++) {
            if (!isInPlace(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInPlace(int i) {
        return stack.get(i).isOnStack() && stack.get(i).slot == base + i;
    }

    private boolean isKnown(int i) {
        return stacks.isReachable(i) && !stacks.isPending(i);
    }

    private boolean isKnownAt(int offset) {
        int i = stacks.indexAt(offset);
        return i >= 0 && isKnown(i);
    }

    private int offset(int i) {
        return Wordcode.behindPrefixes(words, stacks.start(i));
    }

    private int opcode(int i) {
        return words[offset(i)] & 0xFF;
    }

    private int argument(int i) {
        return Wordcode.argument(words, offset(i));
    }

    /** The opcode of an instruction that control comes to from the one before only; else -1. */
    private int following(int i) {
        return i < stacks.count() && isKnown(i) && !starts.get(stacks.start(i)) ? opcode(i) : -1;
    }

    private int target(int i) {
        Opcode row = InstructionSet.python().opcode(opcode(i));
        if (!row.isJump()) {
            return -1;
        }
        return row.argument() == Opcode.Argument.JUMP_FORWARD ? offset(i) + 2 + argument(i) : argument(i);
    }

    private static boolean endsBlock(int opcode) {
        Opcode row = InstructionSet.python().opcode(opcode);
        return row.endsBlock() || row.number() == END_FINALLY || row.number() == END_ASYNC_FOR;
    }

    private void findStarts() {
        for (int i = 0; i < stacks.count(); i++) {
            if (target(i) >= 0) {
                starts.set(target(i));
            }
            int opcode = opcode(i);
            if (opcode == YIELD_FROM) {
                // It runs again each time the frame is resumed.
                starts.set(stacks.start(i));
            }
            Opcode row = InstructionSet.python().opcode(opcode);
            if (i + 1 < stacks.count() && (endsBlock(opcode) || row.has(Opcode.Flag.YIELDS))) {
                starts.set(stacks.start(i + 1));
            }
        }
    }

    // Steps

    private void add(Step step) {
        step.index = steps.size();
        step.next = step.index + 1;
        if (!begun) {
            begun = true;
            step.resumeAt = resumeAt;
            step.before = before;
            for (int offset : open) {
                entries[offset >> 1] = step.index;
            }
            open.clear();
        }
        steps.add(step);
    }

    /** Adds the step of an instruction, behind which others go on at once. */
    private void add(Step step, int i, int following) {
        step.offset = offset(i);
        add(step);
        if (following < stacks.count()) {
            restart(stacks.start(following));
        }
    }

    /** An instruction on the frame's stack, all values being there. @param top where the stack ends; -1 when unknown */
    private void plain(int i, int top) {
        int opcode = opcode(i);
        PlainStep step = new PlainStep(opcode, argument(i), offset(i) + 2, top);
        step.offset = offset(i);
        add(step);
        if (top < 0) {
            step.before = null;
        }
        stack.clear();
        bound.clear();
        if (i + 1 < stacks.count() && stacks.isReachable(i + 1) && isKnown(i + 1)) {
            for (int at = 0; at < stacks.depth(i + 1); at++) {
                stack.add(Operand.onStack(base + at));
            }
        }
        if (i + 1 < stacks.count()) {
            restart(stacks.start(i + 1));
        }
    }

    // The stack

    private void push(Operand operand) {
        stack.add(operand);
    }

    /** Takes operands off the stack. */
    private Operand[] pop(int count) {
        Operand[] operands = new Operand[count];
        for (int i = count - 1; i >= 0; i--) {
            operands[i] = stack.removeLast();
        }
        return operands;
    }

    /** Has the lowest values in their places. */
    private void flush(int count) {
        for (int i = 0; i < count; i++) {
            if (!isInPlace(i)) {
                settle(i);
            }
        }
    }

    private void settle(int index) {
        for (int i = 0; i < stack.size(); i++) {
            if (i != index && stack.get(i).isOnStack() && stack.get(i).slot == base + index) {
                arrange();
                return;
            }
        }
        Operand operand = stack.get(index);
        Moves.Move move = new Moves.Move(operand);
        move.toStack(base + index);
        stack.set(index, Operand.onStack(base + index));
        move.taken = operand.isOnStack() ? taken(new Operand[] {operand}, base + index) : null;
        if (operand.isLocal()) {
            bound.set(operand.slot);
        }
        add(move);
    }

    /** Brings all values to their places at once. */
    private void arrange() {
        BitSet free = new BitSet();
        for (int i = 0; i < stack.size(); i++) {
            Operand operand = stack.get(i);
            if (operand.isOnStack() && operand.slot >= base + stack.size()) {
                free.set(operand.slot);
            }
        }
        add(new Moves.Arrange(stack.toArray(Operand[]::new), base, free.stream().toArray()));
        for (int i = 0; i < stack.size(); i++) {
            stack.set(i, Operand.onStack(base + i));
        }
    }

    /**
     * Before a step that takes the top values: loads what cannot wait.
     *
     * @param count how many it takes
     * @param global whether the lowest of these may be a global
     */
    private void prepare(int count, boolean global) {
        int first = stack.size() - count;
        int loaded = first;
        for (int i = first + (global ? 1 : 0); i < stack.size(); i++) {
            if (stack.get(i).isGlobal()) {
                loaded = i + 1;
            }
        }
        for (int i = 0; i < loaded; i++) {
            if (!stack.get(i).canWait()) {
                settle(i);
            }
        }
    }

    /** Before results are put above what is left: nothing else may lie there. */
    private void makeRoom(int bottom, int count) {
        for (int i = 0; i < bottom; i++) {
            Operand operand = stack.get(i);
            if (operand.isOnStack() && operand.slot >= base + bottom && operand.slot < base + bottom + count) {
                arrange();
                return;
            }
        }
    }

    /** Before a variable changes: loads what was read from it before. @param bottom how many values do not belong to the step */
    private void beforeStore(int local, int bottom) {
        for (int i = 0; i < bottom; i++) {
            if (stack.get(i).isLocal(local)) {
                settle(i);
            }
        }
    }

    /** The places that operands leave free. @param kept one where a result comes to, or -1 */
    private int[] taken(Operand[] operands, int kept) {
        BitSet places = new BitSet();
        for (Operand operand : operands) {
            if (operand.isOnStack() && operand.slot != kept) {
                places.set(operand.slot);
            }
        }
        for (Operand operand : stack) {
            if (operand.isOnStack()) {
                places.clear(operand.slot);
            }
        }
        return places.isEmpty() ? null : places.stream().toArray();
    }

    /** Notes which variables a step has found bound. */
    private void found(Operand[] operands) {
        for (Operand operand : operands) {
            if (operand.isLocal()) {
                bound.set(operand.slot);
            }
        }
    }

    /** Makes the step with a result of the operands that have been prepared. */
    private interface Maker {
        ValueStep make(Operand[] operands);
    }

    private int value(int i, int count, boolean global, Maker maker) {
        return value(i, i, count, global, maker);
    }

    /**
     * Adds a step with a result.
     *
     * @param i the instruction that it is named for
     * @param lastPart its last instruction but for a store
     * @return the instruction to go on with
     */
    private int value(int i, int lastPart, int count, boolean global, Maker maker) {
        prepare(count, global);
        int bottom = stack.size() - count;
        int following = lastPart + 1;
        int opcode = following(following);
        if (opcode == STORE_FAST) {
            beforeStore(argument(following), bottom);
        } else if (opcode != POP_TOP) {
            makeRoom(bottom, 1);
        }
        Operand[] operands = pop(count);
        ValueStep step = maker.make(operands);
        found(operands);
        step.offset = offset(i);
        if (opcode == STORE_FAST) {
            step.toLocal(argument(following), offset(following));
            step.taken = taken(operands, -1);
            bound.set(argument(following));
            following++;
        } else if (opcode == POP_TOP) {
            step.toNowhere(offset(following));
            step.taken = taken(operands, -1);
            following++;
        } else {
            int slot = base + bottom;
            step.toStack(slot);
            step.taken = taken(operands, slot);
            push(Operand.onStack(slot));
        }
        add(step, i, following);
        return following;
    }

    /** Adds a step without a result. */
    private int effect(int i, int count, Maker maker) {
        prepare(count, false);
        Operand[] operands = pop(count);
        ValueStep step = maker.make(operands);
        found(operands);
        step.taken = taken(operands, -1);
        add(step, i, i + 1);
        return i + 1;
    }

    private PyStr name(int argument) {
        return code.names()[argument];
    }

    /** @return the instruction to go on with */
    private int instruction(int i) {
        int opcode = opcode(i);
        int argument = argument(i);
        switch (opcode) {
            case NOP -> {}
            case LOAD_CONST -> push(Operand.constant(code.constants()[argument]));
            case LOAD_FAST ->
                push(Operand.local(argument, offset(i), alwaysBound.get(argument) || bound.get(argument)));
            case LOAD_GLOBAL -> push(Operand.global(new GlobalCache(name(argument), offset(i))));
            case ROT_TWO, ROT_THREE, DUP_TOP, DUP_TOP_TWO -> rotate(opcode);
            default -> {
                return consumer(i, opcode, argument);
            }
        }
        return i + 1;
    }

    private void rotate(int opcode) {
        int count = opcode == ROT_THREE ? 3 : opcode == DUP_TOP ? 1 : 2;
        // What is loaded late must be loaded in the order of the code.
        int bottom = stack.size() - count;
        for (int i = 0; i < stack.size(); i++) {
            if (!stack.get(i).canWait()) {
                settle(i);
            }
        }
        if (opcode == DUP_TOP || opcode == DUP_TOP_TWO) {
            stack.addAll(List.copyOf(stack.subList(bottom, stack.size())));
        } else {
            Operand top = stack.removeLast();
            stack.add(bottom, top);
        }
    }

    private int consumer(int i, int opcode, int argument) {
        int count = Displays.Build.operands(opcode, argument);
        if (count >= 0) {
            return value(i, count, false, operands -> new Displays.Build(opcode, argument, operands));
        }
        return switch (opcode) {
            case STORE_FAST -> assign(i, argument);
            case POP_TOP -> drop(i);
            case LOAD_ATTR -> loadAttribute(i, argument);
            case STORE_ATTR -> effect(i, 2, o -> new AttributeSteps.Store(o[0], o[1], name(argument)));
            case STORE_SUBSCR -> effect(i, 3, o -> new Displays.StoreItem(o[0], o[1], o[2]));
            case STORE_DEREF -> effect(i, 1, o -> new Moves.StoreDeref(argument, o[0]));
            case LOAD_DEREF -> value(i, 0, false, o -> new Moves.LoadDeref(argument));
            case LIST_APPEND -> append(i, argument);
            case COMPARE_OP -> compare(i, argument);
            case UNARY_NOT -> value(i, 1, false, o -> new Tests.Not(o[0]));
            case GET_ITER -> value(i, 1, true, o -> new Loops.GetIterator(o[0]));
            case FOR_ITER -> isKnownAt(target(i)) ? forIter(i, -1) : control(i, opcode, argument);
            case UNPACK_SEQUENCE -> unpack(i, argument);
            case CALL_FUNCTION -> call(i, argument);
            case CALL_FUNCTION_KW -> callKeywords(i, argument);
            default ->
                Instructions.isBinary(opcode)
                        ? value(i, 2, false, o -> new Operators.Any(opcode, o[0], o[1]))
                        : control(i, opcode, argument);
        };
    }

    /** STORE_FAST of what no step has just made. */
    private int assign(int i, int local) {
        prepare(1, true);
        beforeStore(local, stack.size() - 1);
        Operand[] operands = pop(1);
        Moves.Move step = new Moves.Move(operands[0]);
        found(operands);
        step.toLocal(local, offset(i));
        step.taken = taken(operands, -1);
        bound.set(local);
        add(step, i, i + 1);
        return i + 1;
    }

    /** POP_TOP of what no step has just made. */
    private int drop(int i) {
        prepare(1, true);
        Operand[] operands = pop(1);
        Moves.Move step = new Moves.Move(operands[0]);
        found(operands);
        step.toNowhere(offset(i));
        step.taken = taken(operands, -1);
        add(step, i, i + 1);
        return i + 1;
    }

    /** LOAD_ATTR, with the call of it if only loads of arguments are between. */
    private int loadAttribute(int i, int argument) {
        int count = 0;
        while (following(i + 1 + count) == LOAD_FAST || following(i + 1 + count) == LOAD_CONST) {
            count++;
        }
        int call = i + 1 + count;
        if (count > CallSteps.MOST_ARGUMENTS || following(call) != CALL_FUNCTION || argument(call) != count) {
            return value(i, 1, true, o -> new AttributeSteps.Load(o[0], name(argument)));
        }
        for (int at = i + 1; at < call; at++) {
            instruction(at);
        }
        int attributeOffset = offset(i);
        return value(
                call,
                call,
                1 + count,
                true,
                o -> new CallSteps.CallMethod(
                        o[0], name(argument), attributeOffset, Arrays.copyOfRange(o, 1, o.length)));
    }

    private int append(int i, int depth) {
        flush(stack.size() - 1);
        int list = base + stack.size() - 1 - depth;
        return effect(i, 1, o -> new Displays.Append(list, o[0]));
    }

    private int compare(int i, int operator) {
        int jump = following(i + 1);
        boolean branches = jump == POP_JUMP_IF_FALSE || jump == POP_JUMP_IF_TRUE;
        if (!branches || !isKnownAt(target(i + 1))) {
            return value(i, 2, false, o -> new Tests.Compare(operator, o[0], o[1]));
        }
        int target = target(i + 1);
        prepare(2, false);
        flush(stack.size() - 2);
        Operand[] operands = pop(2);
        found(operands);
        var step = new Tests.CompareAndBranch(
                operator, operands[0], operands[1], target, jump == POP_JUMP_IF_TRUE, target < offset(i));
        step.taken = taken(operands, -1);
        step.jumpAt = offset(i + 1);
        add(step, i, i + 2);
        return i + 2;
    }

    private int branch(int i, boolean sense) {
        int target = target(i);
        prepare(1, false);
        flush(stack.size() - 1);
        Operand[] operands = pop(1);
        found(operands);
        var step = new Tests.BranchOnTruth(operands[0], target, sense, target < offset(i));
        step.taken = taken(operands, -1);
        step.jumpAt = offset(i);
        add(step, i, i + 1);
        return i + 1;
    }

    private int branchOrPop(int i, boolean sense) {
        int target = target(i);
        flush(stack.size());
        var step = new Tests.BranchOrPop(base + stack.size() - 1, target, sense, target < offset(i));
        pop(1);
        step.jumpAt = offset(i);
        add(step, i, i + 1);
        return i + 1;
    }

    /**
     * FOR_ITER.
     *
     * @param at the instruction
     * @param jumpedFrom offset of a jump back to it that the step stands for; -1 for none
     */
    private int forIter(int at, int jumpedFrom) {
        flush(stack.size());
        int slot = base + stack.size() - 1;
        int following = at + 1;
        Loops.Next step = new Loops.Next(slot, stacks.start(at), target(at), jumpedFrom);
        boolean stores = following(following) == STORE_FAST;
        if (stores) {
            step.toLocal(argument(following), offset(following));
            following++;
        } else {
            step.toStack(slot + 1);
        }
        step.offset = offset(at);
        add(step);
        if (jumpedFrom >= 0) {
            return following;
        }
        if (stores) {
            bound.set(argument(at + 1));
        } else {
            push(Operand.onStack(slot + 1));
        }
        restart(stacks.start(following));
        return following;
    }

    private int unpack(int i, int count) {
        int stores = 0;
        while (stores < count && following(i + 1 + stores) == STORE_FAST) {
            stores++;
        }
        boolean toLocals = stores == count && count > 0 && offset(i + count) == offset(i + 1) + 2 * (count - 1);
        prepare(1, false);
        int bottom = stack.size() - 1;
        int[] targets = new int[count];
        if (toLocals) {
            for (int at = 0; at < count; at++) {
                targets[at] = argument(i + 1 + at);
                beforeStore(targets[at], bottom);
            }
        } else {
            makeRoom(bottom, count);
            for (int at = 0; at < count; at++) {
                targets[at] = base + bottom + count - 1 - at;
            }
        }
        Operand[] operands = pop(1);
        found(operands);
        var step = new Displays.Unpack(operands[0], targets, toLocals ? offset(i + 1) : -1);
        step.taken = taken(operands, -1);
        int following = toLocals ? i + 1 + count : i + 1;
        for (int at = 0; at < count; at++) {
            if (toLocals) {
                bound.set(targets[at]);
            } else {
                push(Operand.onStack(base + bottom + at));
            }
        }
        add(step, i, following);
        return following;
    }

    private int call(int i, int count) {
        return value(
                i,
                count + 1,
                true,
                o -> count > CallSteps.MOST_ARGUMENTS
                        ? new CallSteps.CallMany(o[0], Arrays.copyOfRange(o, 1, o.length), null)
                        : new CallSteps.Call(o[0], Arrays.copyOfRange(o, 1, o.length)));
    }

    private int callKeywords(int i, int count) {
        int names = i - 1;
        if (names < 0 || opcode(names) != LOAD_CONST || starts.get(stacks.start(i))) {
            return control(i, CALL_FUNCTION_KW, count);
        }
        PyStr[] keywords = FunctionCalls.keywords(code.constants()[argument(names)]);
        stack.removeLast();
        return value(
                i, count + 1, true, o -> new CallSteps.CallMany(o[0], Arrays.copyOfRange(o, 1, o.length), keywords));
    }

    private int control(int i, int opcode, int argument) {
        int target = target(i);
        boolean known = target < 0 || isKnownAt(target);
        switch (opcode) {
            case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE -> {
                if (known) {
                    return branch(i, opcode == POP_JUMP_IF_TRUE);
                }
            }
            case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP -> {
                if (known) {
                    return branchOrPop(i, opcode == JUMP_IF_TRUE_OR_POP);
                }
            }
            case JUMP_FORWARD, JUMP_ABSOLUTE -> {
                if (known) {
                    return jump(i, target);
                }
            }
            case SETUP_LOOP, SETUP_EXCEPT, SETUP_FINALLY -> {
                flush(stack.size());
                int kind = opcode == SETUP_LOOP
                        ? Block.SETUP_LOOP
                        : opcode == SETUP_EXCEPT ? Block.SETUP_EXCEPT : Block.SETUP_FINALLY;
                add(new Moves.PushBlock(kind, offset(i) + 2 + argument, base + stack.size()), i, i + 1);
                return i + 1;
            }
            case POP_BLOCK -> {
                if (isKnown(i + 1) && stacks.depth(i + 1) <= stack.size()) {
                    flush(stack.size());
                    add(new Moves.PopBlock(base + stack.size()));
                    while (stack.size() > stacks.depth(i + 1)) {
                        stack.removeLast();
                    }
                    restart(stacks.start(i + 1));
                    return i + 1;
                }
            }
            case RETURN_VALUE -> {
                prepare(1, true);
                flush(stack.size() - 1);
                Operand[] operands = pop(1);
                add(new Moves.Return(operands[0], base + stack.size()), i, i + 1);
                return i + 1;
            }
            case YIELD_VALUE -> {
                prepare(1, true);
                flush(stack.size() - 1);
                Operand[] operands = pop(1);
                add(new Moves.Yield(operands[0], base + stack.size()), i, i + 1);
                return i + 1;
            }
            default -> {}
        }
        flush(stack.size());
        plain(i, base + stack.size());
        return i + 1;
    }

    private int jump(int i, int target) {
        boolean back = target < offset(i);
        flush(stack.size());
        int at = stacks.indexAt(target);
        if (back && opcode(at) == FOR_ITER && isKnownAt(target(at))) {
            forIterAgain(at, i);
            return i + 1;
        }
        add(new Moves.Jump(target, back), i, i + 1);
        return i + 1;
    }

    /** A jump back to a FOR_ITER does its work, and goes on where that goes on. */
    private void forIterAgain(int at, int i) {
        int following = forIter(at, offset(i));
        Step step = steps.getLast();
        int goesOn = stacks.start(following);
        step.next = entries[goesOn >> 1];
    }
}
