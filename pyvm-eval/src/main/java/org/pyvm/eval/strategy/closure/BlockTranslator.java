package org.pyvm.eval.strategy.closure;

import static org.pyvm.compiler.Opcodes.*;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.OpcodeSemantics;
import org.pyvm.objects.types.PyStr;

/**
 * Translates one block. It follows the instructions with a stack of nodes instead of values: an instruction takes its
 * operands from it and leaves a node that stands for its result. Values that are on the frame's stack when the block starts
 * are {@link Values.StackItem}s below it.
 *
 * <p>A statement has an effect, so every node that waits on the stack and could notice is evaluated before it, and its value
 * kept on the frame's stack: {@link #settle}. Where other code takes over, the frame's stack must hold everything: {@link
 * #flush}.
 */
final class BlockTranslator {
    private final CodeTranslator code;
    private final Block block;
    private final List<Statement> statements = new ArrayList<>();

    /** Nodes on the stack; the first has the position {@code -consumed}. */
    private final List<Node> stack = new ArrayList<>();
    /** How many of the values below the block's start have been taken. */
    private int consumed;
    /** One past the highest place above the frame's top that holds a value. */
    private int highest;

    private final BitSet bound = new BitSet();
    private Exit exit;

    BlockTranslator(CodeTranslator code, Block block) {
        this.code = code;
        this.block = block;
    }

    void translate() {
        int offset = block.offset;
        while (exit == null) {
            int at = code.instructionAt(offset);
            instruction(at);
            offset = at + 2;
            if (exit == null && (offset >= code.length() || code.result().at(offset) != null)) {
                flush();
                exit = offset >= code.length()
                        ? null
                        : new Exits.Fall(code.result().at(offset));
                if (exit == null) {
                    // Code that cannot be left here: the verifier has seen to that.
                    return;
                }
            }
        }
        block.complete(statements.toArray(Statement[]::new), exit);
    }

    // The stack

    private void push(Node node) {
        stack.add(node);
    }

    private Node pop() {
        return stack.isEmpty() ? new Values.StackItem(- ++consumed) : stack.removeLast();
    }

    /** The top nodes, the lowest first. */
    private Node[] pop(int count) {
        Node[] nodes = new Node[count];
        for (int i = count - 1; i >= 0; i--) {
            nodes[i] = pop();
        }
        return nodes;
    }

    /** Sees to it that at least that many nodes are on the stack. */
    private void fill(int count) {
        while (stack.size() < count) {
            stack.addFirst(new Values.StackItem(- ++consumed));
        }
    }

    private Node peek(int depth) {
        fill(depth);
        return stack.get(stack.size() - depth);
    }

    private boolean isSettled(int index) {
        return stack.get(index) instanceof Values.StackItem item && item.offset == index - consumed;
    }

    private void spill(int index) {
        int position = index - consumed;
        if (stack.get(index) instanceof Values.Local local) {
            // It has been found bound, and stays so up to the end of the block unless it is deleted.
            bound.set(local.index);
        }
        statements.add(new Statements.Spill(position, stack.get(index)));
        stack.set(index, new Values.StackItem(position));
        highest = Math.max(highest, position + 1);
    }

    /** Evaluates what waits and could notice an effect. @param stored index of the local that changes, or -1 */
    private void settle(int stored) {
        for (int i = 0; i < stack.size(); i++) {
            Node node = stack.get(i);
            if (!node.isStable() || stored >= 0 && node.reads(stored)) {
                spill(i);
            }
        }
    }

    /** Evaluates everything that waits, each to its own place. */
    private void settleAll() {
        for (int i = 0; i < stack.size(); i++) {
            if (!isSettled(i)) {
                spill(i);
            }
        }
    }

    private int height() {
        return stack.size() - consumed;
    }

    /** Puts everything on the frame's stack and moves its top there. */
    private void flush() {
        settleAll();
        moveTop();
    }

    private void moveTop() {
        int height = height();
        if (height != 0 || highest > 0) {
            statements.add(new Statements.MoveTop(height, highest));
        }
        stack.clear();
        consumed = 0;
        highest = 0;
    }

    /** Takes the operand of an exit, and flushes what is below it. The operand can be evaluated afterwards. */
    private Node lastOperand() {
        Node operand = pop();
        boolean clean = stack.isEmpty() && consumed == 0 && highest == 0;
        if (clean) {
            return operand;
        }
        if (!operand.usesStack) {
            flush();
            return operand;
        }
        push(operand);
        flush();
        return new Values.TakeTop();
    }

    /** Adds a statement whose operands have been popped. */
    private void effect(Statement statement, int stored) {
        settle(stored);
        statements.add(statement);
    }

    /** Notes that another strategy could go on behind the last statement, whatever was spilled above the frame's top before. */
    private void endStatement(int pc) {
        if (statements.isEmpty() || !stack.isEmpty()) {
            return;
        }
        if (consumed != 0) {
            moveTop();
        }
        statements.getLast().resumeAt = pc + 2;
    }

    // Instructions

    private void instruction(int pc) {
        int opcode = code.opcode(pc);
        int argument = code.argument(pc);
        switch (opcode) {
            case NOP -> {}
            case LOAD_CONST -> push(new Values.Constant(code.code().constants()[argument]));
            case LOAD_FAST ->
                push(
                        bound.get(argument) || code.isAlwaysBound(argument)
                                ? new Values.BoundLocal(argument)
                                : new Values.Local(argument, pc));
            case LOAD_GLOBAL -> push(new Values.Global(name(argument), pc));
            case LOAD_NAME -> push(new Values.Name(name(argument), pc));
            case LOAD_DEREF -> push(new Values.Deref(argument, pc));
            case LOAD_ATTR -> {
                Node object = pop();
                push(new Attributes.Load(object, name(argument), pc).over(object));
            }
            case POP_TOP -> drop(pc);
            case DUP_TOP -> duplicate();
            case ROT_TWO -> rotate(2);
            case ROT_THREE -> rotate(3);
            case STORE_FAST -> {
                Node value = pop();
                effect(new Statements.StoreLocal(argument, value, pc), argument);
                bound.set(argument);
                endStatement(pc);
            }
            case STORE_NAME -> {
                Node value = pop();
                effect(new Statements.StoreName(name(argument), value, pc), -1);
                endStatement(pc);
            }
            case STORE_DEREF -> {
                Node value = pop();
                effect(new Statements.StoreDeref(argument, value), -1);
                endStatement(pc);
            }
            case STORE_ATTR -> {
                Node[] operands = pop(2);
                effect(new Attributes.Store(operands[0], operands[1], name(argument), pc), -1);
                endStatement(pc);
            }
            case STORE_SUBSCR -> {
                Node[] operands = pop(3);
                effect(new Statements.StoreItem(operands[0], operands[1], operands[2], pc), -1);
                endStatement(pc);
            }
            default -> expression(opcode, argument, pc);
        }
    }

    private PyStr name(int index) {
        return code.code().names()[index];
    }

    private void drop(int pc) {
        Node value = pop();
        if (!value.isStable()) {
            effect(new Statements.Drop(value, pc), -1);
        }
        endStatement(pc);
    }

    private void duplicate() {
        fill(1);
        if (!peek(1).isStable()) {
            settle(-1);
        }
        push(peek(1));
    }

    private void rotate(int count) {
        fill(count);
        // One that is evaluated where it stands can change places with those that may wait: self.n += 1 needs no frame.
        int fixed = 0;
        boolean usesStack = false;
        for (int depth = 1; depth <= count; depth++) {
            fixed += peek(depth).isStable() ? 0 : 1;
            usesStack |= peek(depth).usesStack;
        }
        if (fixed <= 1 && !usesStack) {
            Node top = stack.removeLast();
            stack.add(stack.size() - count + 1, top);
            return;
        }
        settleAll();
        statements.add(new Statements.Rotate(height(), count));
    }

    private void expression(int opcode, int argument, int pc) {
        switch (opcode) {
            case UNARY_NOT, UNARY_NEGATIVE, UNARY_POSITIVE, UNARY_INVERT -> {
                Node operand = pop();
                push(Operators.unary(opcode, operand, pc).over(operand));
            }
            case COMPARE_OP -> {
                Node[] operands = pop(2);
                push(Operators.compare(argument, operands[0], operands[1], pc).over(operands));
            }
            case GET_ITER -> {
                Node iterable = pop();
                push(new Displays.Iterator(iterable, pc).over(iterable));
            }
            case BUILD_TUPLE -> {
                Node[] items = pop(argument);
                push(new Displays.Tuple(items).over(items));
            }
            case BUILD_LIST -> {
                Node[] items = pop(argument);
                push(new Displays.List(items).over(items));
            }
            case BUILD_MAP -> {
                Node[] items = pop(2 * argument);
                push(new Displays.Map(items, pc).over(items));
            }
            case BUILD_STRING -> {
                Node[] parts = pop(argument);
                push(new Displays.Text(parts).over(parts));
            }
            case FORMAT_VALUE -> {
                Node spec = (argument & 4) != 0 ? pop() : null;
                Node value = pop();
                push(new Displays.Format(value, spec, argument, pc).over(value, spec));
            }
            case BUILD_SLICE -> {
                Node step = argument == 3 ? pop() : null;
                Node[] ends = pop(2);
                push(new Displays.Slice(ends[0], ends[1], step).over(ends).over(step));
            }
            case CALL_FUNCTION -> {
                Node[] args = pop(argument);
                Node callee = pop();
                push(CallNodes.call(callee, args, pc).over(args).over(callee));
            }
            case CALL_FUNCTION_KW -> {
                Node names = pop();
                Node[] args = pop(argument);
                Node callee = pop();
                push(new CallNodes.KeywordCall(callee, args, names, pc)
                        .over(args)
                        .over(callee, names));
            }
            case SETUP_LOOP -> block(org.pyvm.eval.Block.SETUP_LOOP, pc);
            case SETUP_EXCEPT -> block(org.pyvm.eval.Block.SETUP_EXCEPT, pc);
            case SETUP_FINALLY -> block(org.pyvm.eval.Block.SETUP_FINALLY, pc);
            case POP_BLOCK -> {
                flush();
                statements.add(new Statements.PopBlock());
                endStatement(pc);
            }
            case UNPACK_SEQUENCE -> unpack(argument, pc);
            case LIST_APPEND -> {
                Node item = pop();
                Node list = peek(argument);
                if (list instanceof Values.StackItem) {
                    effect(new Statements.Append(list, item), -1);
                    endStatement(pc);
                } else {
                    push(item);
                    generic(opcode, argument, pc);
                }
            }
            default -> {
                if (Instructions.isBinary(opcode)) {
                    Node[] operands = pop(2);
                    push(Operators.binary(opcode, operands[0], operands[1], pc).over(operands));
                } else {
                    control(opcode, argument, pc);
                }
            }
        }
    }

    private void block(int kind, int pc) {
        flush();
        statements.add(new Statements.PushBlock(kind, code.target(pc)));
        endStatement(pc);
    }

    private void unpack(int count, int pc) {
        Node sequence = pop();
        settle(-1);
        int offset = height();
        statements.add(new Statements.Unpack(sequence, count, offset, pc));
        for (int i = 0; i < count; i++) {
            stack.add(new Values.StackItem(offset + i));
        }
        highest = Math.max(highest, offset + count);
    }

    private void control(int opcode, int argument, int pc) {
        int next = pc + 2;
        switch (opcode) {
            case JUMP_FORWARD, JUMP_ABSOLUTE -> {
                flush();
                Block target = code.result().at(code.target(pc));
                exit = target.offset < next ? new Exits.Back(target, pc) : new Exits.Fall(target);
            }
            case POP_JUMP_IF_FALSE -> {
                Node condition = lastOperand();
                exit = new Exits.Branch(
                        condition, code.result().at(next), code.result().at(argument), pc);
            }
            case POP_JUMP_IF_TRUE -> {
                Node condition = lastOperand();
                exit = new Exits.Branch(
                        condition, code.result().at(argument), code.result().at(next), pc);
            }
            case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP -> {
                Node condition = lastOperand();
                exit = new Exits.JumpOrPop(
                        condition,
                        opcode == JUMP_IF_TRUE_OR_POP,
                        code.result().at(argument),
                        code.result().at(next),
                        pc);
            }
            case FOR_ITER -> forEach(pc);
            case RETURN_VALUE -> exit = new Exits.Return(lastOperand(), code.result(), pc);
            case YIELD_VALUE -> exit = new Exits.Yield(lastOperand(), pc);
            default -> generic(opcode, argument, pc);
        }
    }

    private void forEach(int pc) {
        flush();
        Block end = code.result().at(code.target(pc));
        int store = code.instructionAt(pc + 2);
        if (code.opcode(store) == STORE_FAST) {
            exit = new Exits.ForEach(code.argument(store), code.result().at(store + 2), end, pc);
        } else {
            exit = new Exits.ForEach(-1, code.result().at(pc + 2), end, pc);
        }
    }

    /** An instruction without a node: works on the frame's stack. */
    private void generic(int opcode, int argument, int pc) {
        flush();
        Opcode row = code.row(opcode);
        if (row == null || CodeTranslator.endsBlock(row)) {
            exit = new Exits.Generic(opcode, argument, code.result(), pc);
            return;
        }
        OpcodeSemantics form = code.form(opcode);
        statements.add(
                form == null
                        ? new Statements.Generic(opcode, argument, pc)
                        : new Statements.PluginForm(row, form, argument, pc));
        if (opcode == DELETE_FAST) {
            bound.clear(argument);
        }
        endStatement(pc);
    }
}
