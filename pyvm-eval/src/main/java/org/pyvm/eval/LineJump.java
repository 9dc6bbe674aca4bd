package org.pyvm.eval;

import java.util.Arrays;
import java.util.List;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.CodeStacks;
import org.pyvm.compiler.CodeStacks.Item;
import org.pyvm.compiler.CodeStacks.Kind;
import org.pyvm.compiler.Opcodes;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyInt;

/**
 * Assignment to {@code f_lineno}: a debugger sends a frame to another line. Allowed where the value stack has what the code
 * there expects; what is there and is not needed is dropped, and the block stack is built anew.
 *
 * <p>The compiler's view of a stack (see {@link CodeStacks}) has one item for what is pending in a finally handler, and
 * nothing for the exception block that belongs to it when it is an exception; the frame has both.
 */
final class LineJump {
    private static final int EXCEPTION_ITEMS = 6;

    private final ThreadState thread;
    private final Frame frame;
    private final CodeStacks stacks;
    /** The stack as it is, as the compiler sees it. */
    private final List<Item> source;
    /** For each depth of {@link #source}, and for its height, the index in the frame's slots. */
    private final int[] sourceSlots;

    private LineJump(ThreadState thread, Frame frame, CodeStacks stacks, List<Item> source, int[] sourceSlots) {
        this.thread = thread;
        this.frame = frame;
        this.stacks = stacks;
        this.source = source;
        this.sourceSlots = sourceSlots;
    }

    /** @throws PyErr ValueError, as CPython words it, when the line cannot be jumped to */
    static void to(ThreadState thread, Frame frame, PyObject line) {
        checkAllowed(thread, frame, line);
        PyInt number = (PyInt) line;
        if (!number.fitsLong() || number.longValue() != (int) number.longValue()) {
            throw PyErr.valueError("lineno out of range");
        }
        int wanted = (int) number.longValue();
        CodeObject code = frame.code().code();
        if (wanted < code.firstLine()) {
            throw PyErr.valueError("line %d comes before the current code block", wanted);
        }
        CodeStacks stacks = CodeStacks.of(code);
        if (stacks == null) {
            throw PyErr.valueError("cannot find bytecode for specified line");
        }
        LineStarts starts = LineStarts.of(code, stacks);
        int actual = starts.firstNotBefore(wanted);
        if (actual < 0) {
            throw PyErr.valueError("line %d comes after the current code block", wanted);
        }
        of(thread, frame, stacks).jump(starts.at(actual));
    }

    private static void checkAllowed(ThreadState thread, Frame frame, PyObject line) {
        if (!(line instanceof PyInt) || line.type() != PyInt.TYPE) {
            throw PyErr.valueError("lineno must be an integer");
        }
        Tracing.Event event = (Tracing.Event) thread.tracedEvent;
        if (event == null || event == Tracing.Event.CALL) {
            throw PyErr.valueError("can't jump from the 'call' trace event of a new frame");
        }
        boolean afterYield = event == Tracing.Event.RETURN && frame.isSuspended();
        if (event != Tracing.Event.LINE && !afterYield) {
            throw PyErr.valueError("can only jump from a 'line' trace event");
        }
        if (frame.traced().trace == null) {
            throw PyErr.valueError("f_lineno can only be set by a trace function");
        }
    }

    private static LineJump of(ThreadState thread, Frame frame, CodeStacks stacks) {
        int index = stacks.indexAt(frame.lastInstruction);
        if (frame.isSuspended() && opcodeAt(frame, frame.lastInstruction) != Opcodes.YIELD_VALUE) {
            index++; // YIELD_FROM, which is to run again
        }
        List<Item> items = stacks.items(index);
        int depth = stacks.depth(index);
        if (frame.isSuspended()) {
            depth--; // the value that it has yielded, or that is to be sent
            items = items.subList(0, items.size() - 1);
        }
        int[] slots = new int[depth + 1];
        slots[depth] = frame.stackTop;
        for (int at = depth - 1; at >= 0; at--) {
            slots[at] = slots[at + 1] - (isPendingAt(items, at) ? pendingSize(frame, slots[at + 1]) : 1);
        }
        if (slots[0] != frame.code().stackBase()) {
            throw PyErr.valueError("cannot find bytecode for specified line");
        }
        return new LineJump(thread, frame, stacks, items, slots);
    }

    private static int opcodeAt(Frame frame, int offset) {
        return frame.code().code().code()[offset] & 0xFF;
    }

    private static boolean isPendingAt(List<Item> items, int at) {
        return items.stream().anyMatch(item -> item.at() == at && item.kind() == Kind.PENDING);
    }

    private static int pendingSize(Frame frame, int top) {
        PyObject pending = frame.slots[top - 1];
        if (pending instanceof PyInt why) {
            return why.longValue() == Block.WHY_RETURN || why.longValue() == Block.WHY_CONTINUE ? 2 : 1;
        }
        return pending instanceof PyType ? EXCEPTION_ITEMS : 1;
    }

    /** Goes to that one of several instructions which keeps most of the stack. */
    private void jump(int[] targets) {
        int best = -1;
        int bestSize = -1;
        String problem = null;
        for (int target : targets) {
            if (!stacks.isReachable(target)) {
                problem =
                        problem != null ? problem : "can't jump into an exception handler, or code may be unreachable";
                continue;
            }
            List<Item> items = stacks.items(target);
            if (!fits(items)) {
                problem = problem != null ? problem : explain(items);
            } else if (items.size() > bestSize) {
                best = target;
                bestSize = items.size();
            }
        }
        if (best < 0) {
            throw PyErr.valueError(problem == null ? "cannot find bytecode for specified line" : problem);
        }
        enter(best);
    }

    private static String explain(List<Item> target) {
        for (int i = target.size() - 1; i >= 0; i--) {
            switch (target.get(i).kind()) {
                case ITERATOR -> {
                    return "can't jump into the body of a for loop";
                }
                case EXCEPTION -> {
                    return "can't jump into an 'except' block as there's no exception";
                }
                case OBJECT -> {
                    return "incompatible stacks";
                }
                case PENDING -> {}
            }
        }
        return "can't jump into an exception handler, or code may be unreachable";
    }

    /** Whether each item that the target expects is there already, or can be made: None, as pending. */
    private boolean fits(List<Item> target) {
        List<Item> here = withoutPending(source);
        int next = 0;
        for (Item item : target) {
            if (item.kind() == Kind.PENDING) {
                if (!item.mayBeNone() && !isShared(item)) {
                    return false;
                }
            } else if (next == here.size() || !suits(here.get(next++).kind(), item.kind())) {
                return false;
            }
        }
        return true;
    }

    private static List<Item> withoutPending(List<Item> items) {
        return items.stream().filter(item -> item.kind() != Kind.PENDING).toList();
    }

    private static boolean suits(Kind here, Kind wanted) {
        return here == wanted || wanted == Kind.OBJECT && here == Kind.ITERATOR;
    }

    /** Whether the frame has something pending at the same place, as in another line of the same handler. */
    private boolean isShared(Item pending) {
        return isPendingAt(source, pending.at());
    }

    private void enter(int target) {
        PyObject[] slots = frame.slots;
        PyObject[] old = slots.clone();
        List<Item> here = withoutPending(source);
        List<Item> items = stacks.items(target);
        int[] newSlots = new int[stacks.depth(target) + 1];
        int top = frame.code().stackBase();
        Arrays.fill(slots, top, slots.length, null);
        int next = 0;
        for (Item item : items) {
            int from;
            int size = 1;
            if (item.kind() != Kind.PENDING) {
                from = sourceSlots[here.get(next++).at()];
                size = item.kind() == Kind.EXCEPTION ? 3 : 1;
            } else if (isShared(item)) {
                from = sourceSlots[item.at()];
                size = sourceSlots[item.at() + 1] - from;
            } else {
                from = -1;
            }
            for (int i = 0; i < size; i++) {
                slots[top + i] = from < 0 ? Singletons.NONE : old[from + i];
            }
            int width = item.kind() == Kind.EXCEPTION ? 1 : size;
            int places = item.kind() == Kind.EXCEPTION ? 3 : 1;
            for (int i = 0; i < places; i++) {
                newSlots[item.at() + i] = top;
                top += width;
            }
        }
        newSlots[newSlots.length - 1] = top;
        frame.stackTop = top;
        rebuildBlocks(target, items, newSlots, old);
        frame.traced().eventLine = 0;
        frame.lastInstruction = stacks.start(target);
        if (frame.isSuspended()) {
            frame.lastInstruction -= 2;
            frame.traced().jumped = true;
        }
    }

    private void rebuildBlocks(int target, List<Item> items, int[] newSlots, PyObject[] old) {
        int[] oldHandlers = handlerLevels();
        while (frame.blockCount() > 0) {
            frame.popBlock();
        }
        List<CodeStacks.Block> blocks = stacks.blocks(target);
        int handlers = 0;
        int nextBlock = 0;
        for (Item item : items) {
            boolean exception = item.kind() == Kind.PENDING
                    && isShared(item)
                    && frame.slots[newSlots[item.at() + 1] - 1] instanceof PyType;
            if (exception) {
                for (; nextBlock < blocks.size() && blocks.get(nextBlock).level() <= item.at(); nextBlock++) {
                    handlers += push(blocks.get(nextBlock), newSlots);
                }
                frame.pushBlock(Block.EXCEPT_HANDLER, 0, newSlots[item.at()]);
                handlers++;
            }
        }
        for (; nextBlock < blocks.size(); nextBlock++) {
            handlers += push(blocks.get(nextBlock), newSlots);
        }
        // What the handlers that are left had taken the place of is handled again.
        for (int i = oldHandlers.length - 1; i >= handlers; i--) {
            thread.handled.value = old[oldHandlers[i] + 1] instanceof PyBaseException handled ? handled : null;
        }
    }

    /** Pushes a block; 1 when it is a handler's. */
    private int push(CodeStacks.Block block, int[] newSlots) {
        boolean handler = block.number() == Block.EXCEPT_HANDLER;
        frame.pushBlock(block.number(), handler ? 0 : block.handler(), newSlots[block.level()]);
        return handler ? 1 : 0;
    }

    private int[] handlerLevels() {
        int[] levels = new int[frame.blockCount()];
        int count = 0;
        for (int i = 0; i < frame.blockCount(); i++) {
            if (frame.blockKind(i) == Block.EXCEPT_HANDLER) {
                levels[count++] = frame.blockLevel(i);
            }
        }
        return Arrays.copyOf(levels, count);
    }
}
