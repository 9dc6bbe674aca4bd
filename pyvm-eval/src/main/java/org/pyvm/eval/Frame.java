package org.pyvm.eval;

import java.util.Arrays;
import org.pyvm.compiler.CodeFlags;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.FrameAllocator;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyCell;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/**
 * The frame of a running or suspended block (chapter 6 of the book). {@link #slots} holds, in this order, the locals, the
 * cells of cell variables and of free variables, and the value stack; the block stack is beside it. At a safepoint the
 * whole state of the block is here, whichever strategy runs it. Used by one thread at a time.
 *
 * <p>The public fields are for evaluation strategies.
 */
@PythonType(name = "frame", parts = FrameAttributes.class)
public final class Frame extends PyFrame {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "frame", new FrameExposed.SlotTable(), new FrameExposed())
            .notSubclassable();

    private static final int[] NO_BLOCKS = {};

    private PyCode code;
    private PyDict globals;
    private PyDict builtins;
    /** Locals, cells, free cells, value stack: {@code f_localsplus}. */
    public PyObject[] slots;
    /** Gets the frame back when it has returned; null for nobody. */
    private FrameAllocator allocator;
    /** Index in {@link #slots} of the next free place of the value stack. */
    public int stackTop;
    /** {@code f_lasti}: byte offset of the instruction that runs or ran last; -1 before the first. */
    public int lastInstruction = -1;
    /** Kind, handler offset and level of each block, bottom first; a level is an index in {@link #slots}. */
    private int[] blocks = NO_BLOCKS;

    private int blockCount;
    private boolean suspended;
    private boolean finished;
    /** The namespace of a module or class body, or a function's snapshot once asked for. */
    private PyObject locals;
    /** The generator, coroutine or asynchronous generator that owns the frame, or null. */
    public Resumable owner;
    /** The exception that is leaving the frame, none of its blocks having handled it. */
    public PyErr leaving;
    /** What trace functions and instruments have of the frame; null while nobody has asked. */
    private TraceState traced;

    /**
     * A frame that has not started.
     *
     * @param locals the namespace of a module or class body; null for a function
     */
    public Frame(PyCode code, PyDict globals, PyDict builtins, PyObject locals) {
        super(TYPE);
        this.code = code;
        this.globals = globals;
        this.builtins = builtins;
        this.locals = locals;
        this.slots = new PyObject[code.frameSize()];
        this.stackTop = code.stackBase();
    }

    /** A function's frame that goes back to its allocator. */
    Frame(PyCode code, PyDict globals, PyDict builtins, FrameAllocator allocator) {
        this(code, globals, builtins, (PyObject) null);
        this.allocator = allocator;
    }

    /** Makes a released frame one that has not started. */
    void restart(PyCode newCode, PyDict newGlobals, PyDict newBuiltins) {
        code = newCode;
        globals = newGlobals;
        builtins = newBuiltins;
        if (slots.length < newCode.frameSize()) {
            slots = new PyObject[newCode.frameSize()];
        }
        stackTop = newCode.stackBase();
        lastInstruction = -1;
        finished = false;
        locals = null;
        traced = null;
    }

    /** Whether somebody waits to have the frame back. */
    boolean isAllocated() {
        return allocator != null;
    }

    /** The frame has returned: gives it back, emptied, unless something may still refer to it. */
    void release(ThreadState thread) {
        if (isExposed() || owner != null || !finished) {
            return;
        }
        if (thread.lastMaker == this) {
            thread.lastMaker = null;
        }
        Arrays.fill(slots, null);
        locals = null;
        blockCount = 0;
        setBack(null);
        allocator.release(this);
    }

    @Override
    public PyCode code() {
        return code;
    }

    @Override
    public PyDict globals() {
        return globals;
    }

    @Override
    public PyDict builtins() {
        return builtins;
    }

    @Override
    public int lastInstruction() {
        return lastInstruction;
    }

    @Override
    public int line() {
        if (traced != null && traced.eventLine > 0) {
            return traced.eventLine;
        }
        if (lastInstruction < 0) {
            return code.code().firstLine();
        }
        int line = code.code().lineAt(lastInstruction);
        return line > 0 || traced == null ? line : traced.lastLine;
    }

    /** What trace functions and instruments have of the frame. */
    TraceState traced() {
        if (traced == null) {
            traced = new TraceState();
        }
        return traced;
    }

    /** Whether the frame has been sent to another line while it was suspended, and waits for no value; forgets it. */
    boolean takeJump() {
        if (traced == null || !traced.jumped) {
            return false;
        }
        traced.jumped = false;
        return true;
    }

    /** The exception that is leaving the frame, for its caller; the frame forgets it. */
    public PyErr takeLeaving() {
        PyErr error = leaving;
        leaving = null;
        return error;
    }

    /** The namespace that the NAME instructions use; null in a function. */
    public PyObject namespace() {
        return locals;
    }

    /** The cell of a cell or free variable. */
    public PyCell cell(int index) {
        return (PyCell) slots[code.firstCell() + index];
    }

    /** Makes the cells: of cell variables new ones, those of parameters holding the argument; then the closure's. */
    public void makeCells(PyCell[] closure) {
        int at = code.firstCell();
        for (int i = 0; i < code.cellVars().length; i++) {
            int argument = code.code().cellToArgument(i);
            PyObject value = null;
            if (argument >= 0) {
                value = slots[argument];
                slots[argument] = null;
            }
            slots[at++] = new PyCell(value);
        }
        if (closure != null) {
            System.arraycopy(closure, 0, slots, at, closure.length);
        }
    }

    /** Pushes a block whose level is the present height of the value stack. */
    public void pushBlock(int kind, int handler, int level) {
        if (blockCount * 3 == blocks.length) {
            if (blockCount == Block.MAX) {
                throw new IllegalStateException("block stack overflow");
            }
            // Most frames have one or two.
            blocks = Arrays.copyOf(blocks, blockCount == 0 ? 6 : blockCount == 2 ? 18 : Block.MAX * 3);
        }
        int at = blockCount++ * 3;
        blocks[at] = kind;
        blocks[at + 1] = handler;
        blocks[at + 2] = level;
    }

    /** What is on the value stack, bottom first; a fresh array. */
    public PyObject[] valueStack() {
        return Arrays.copyOfRange(slots, code.stackBase(), stackTop);
    }

    /** Number of blocks: {@code f_iblock}. */
    public int blockCount() {
        return blockCount;
    }

    /** Drops the top block. */
    public void popBlock() {
        blockCount--;
    }

    /** Drops the top block and what lies above its level; gives the new top of the value stack. */
    public int popBlock(int top) {
        int level = blocks[--blockCount * 3 + 2];
        while (top > level) {
            slots[--top] = null;
        }
        return level;
    }

    /** Kind of a block, counted from the bottom. */
    public int blockKind(int index) {
        return blocks[index * 3];
    }

    /** Offset of a block's handler. */
    public int blockHandler(int index) {
        return blocks[index * 3 + 1];
    }

    /** Level of a block, as an index in {@link #slots}. */
    public int blockLevel(int index) {
        return blocks[index * 3 + 2];
    }

    /** Whether code of the frame is to run when an exception leaves it, or might. */
    boolean isInTry() {
        for (int i = 0; i < blockCount; i++) {
            if (blockKind(i) != Block.SETUP_LOOP) {
                return true;
            }
        }
        return false;
    }

    /** Whether the frame is a generator's and waits to be resumed. */
    public boolean isSuspended() {
        return suspended;
    }

    public void setSuspended(boolean waits) {
        suspended = waits;
    }

    /** Whether the frame has returned or raised. */
    public boolean isFinished() {
        return finished;
    }

    /** Marks the end of the frame's run; what it held stays for tracebacks. */
    public void finish() {
        finished = true;
    }

    @Override
    public PyObject locals(ThreadState thread) {
        if (!code.code().has(CodeFlags.OPTIMIZED)) {
            if (locals == null) {
                locals = globals;
            }
            copyCells(thread, locals, code.freeVars(), code.cellVars().length, true);
            return locals;
        }
        if (locals == null) {
            locals = new PyDict();
        }
        PyStr[] names = code.varNames();
        for (int i = 0; i < names.length; i++) {
            snapshot(thread, locals, names[i], slots[i]);
        }
        copyCells(thread, locals, code.cellVars(), 0, false);
        copyCells(thread, locals, code.freeVars(), code.cellVars().length, false);
        return locals;
    }

    /** A class body sees free variables in its locals only through its own code, so there they are left out. */
    private void copyCells(ThreadState thread, PyObject target, PyStr[] names, int first, boolean classBody) {
        if (classBody) {
            return;
        }
        for (int i = 0; i < names.length; i++) {
            PyObject cell = slots[code.firstCell() + first + i];
            snapshot(thread, target, names[i], cell instanceof PyCell c ? c.value : null);
        }
    }

    /** Makes the variables of a function what {@link #locals} says, which a trace function may have changed. */
    void storeLocals(ThreadState thread) {
        if (locals == null || !code.code().has(CodeFlags.OPTIMIZED)) {
            return;
        }
        PyStr[] names = code.varNames();
        for (int i = 0; i < names.length; i++) {
            if (!isCell(i)) {
                slots[i] = Mappings.getOrNull(thread, locals, names[i]);
            }
        }
        for (int i = 0; i < code.cellVars().length + code.freeVars().length; i++) {
            int free = i - code.cellVars().length;
            PyStr name = free < 0 ? code.cellVars()[i] : code.freeVars()[free];
            if (slots[code.firstCell() + i] instanceof PyCell cell) {
                cell.value = Mappings.getOrNull(thread, locals, name);
            }
        }
    }

    private boolean isCell(int local) {
        for (int cell = 0; cell < code.cellVars().length; cell++) {
            if (code.code().cellToArgument(cell) == local) {
                return true;
            }
        }
        return false;
    }

    private static void snapshot(ThreadState thread, PyObject target, PyStr name, PyObject value) {
        if (value != null) {
            Objects.setItem(thread, target, name, value);
        } else if (Mappings.getOrNull(thread, target, name) != null) {
            Objects.deleteItem(thread, target, name);
        }
    }

    @Override
    public PyObject firstArgument() {
        if (code.code().argCount() == 0) {
            return null;
        }
        PyObject argument = slots[0];
        if (argument != null) {
            return argument;
        }
        for (int i = 0; i < code.cellVars().length; i++) {
            if (code.code().cellToArgument(i) == 0) {
                return cell(i).value;
            }
        }
        return null;
    }

    @Override
    public PyObject freeVariableCell(PyStr name) {
        PyStr[] names = code.freeVars();
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return slots[code.firstCell() + code.cellVars().length + i];
            }
        }
        return null;
    }

    @Override
    public void clear(ThreadState thread) {
        if (owner != null && !finished) {
            if (!suspended && lastInstruction >= 0) {
                throw PyErr.runtimeError("cannot clear an executing frame");
            }
            owner.close(thread);
        } else if (!finished) {
            throw PyErr.runtimeError("cannot clear an executing frame");
        }
        Arrays.fill(slots, null);
    }
}
