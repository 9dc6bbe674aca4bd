package org.pyvm.eval.strategy.closure;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pyvm.eval.Frame;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * Writes the method of a {@link CompiledBody}. Nodes leave their value on the JVM's operand stack. Local variables are in
 * JVM variables for reading; every store goes to the frame as well, which always holds the state.
 */
final class Emitter {
    static final ClassDesc OBJECT = desc(PyObject.class);
    static final ClassDesc FRAME = desc(Frame.class);
    static final ClassDesc THREAD = desc(ThreadState.class);
    static final ClassDesc SLOTS = OBJECT.arrayType();
    private static final int THREAD_VARIABLE = 1;
    private static final int FRAME_VARIABLE = 2;
    private static final int SLOTS_VARIABLE = 3;
    private static final int FIRST_LOCAL = 4;

    private final CodeBuilder code;
    private final ClassDesc self;
    private final ClosureCode blocks;
    private final int locals;
    /** Whether nodes are to be short: the method would be too long otherwise. */
    private final boolean compact;

    private final Map<Object, Integer> constantIndexes = new IdentityHashMap<>();
    private final List<Object> constants = new ArrayList<>();
    private final Map<Block, Label> labels = new HashMap<>();
    private final TreeMap<Integer, Block> waiting = new TreeMap<>();
    /** Where the method is left for another strategy, by the block to go on with. */
    private final Map<Block, Label> departures = new LinkedHashMap<>();

    private final List<Region> regions = new ArrayList<>();
    /** Where exceptions are caught, by the handler that is most likely to take them. */
    private final Map<Integer, Label> catches = new HashMap<>();

    private Label regionStart;
    private int regionHandler = -1;
    private int nextVariable;

    /** Code in a try statement, with the offset of its handler. */
    private record Region(Label start, Label end, int handler) {}

    Emitter(CodeBuilder code, ClassDesc self, ClosureCode blocks, boolean compact) {
        this.code = code;
        this.self = self;
        this.blocks = blocks;
        this.locals = blocks.locals();
        this.compact = compact;
        this.nextVariable = FIRST_LOCAL + locals;
    }

    static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    static String fieldName(int index) {
        return "c" + index;
    }

    /** The class of a constant of ours; classes of Python values need not be accessible. */
    static ClassDesc fieldType(Object value) {
        return value instanceof PyObject ? OBJECT : desc(value.getClass());
    }

    boolean isCompact() {
        return compact;
    }

    CodeBuilder code() {
        return code;
    }

    List<Object> constants() {
        return constants;
    }

    /** The method from the first block on. */
    void body(Block entry) {
        code.aload(FRAME_VARIABLE).getfield(FRAME, "slots", SLOTS).astore(SLOTS_VARIABLE);
        for (int i = 0; i < locals; i++) {
            reload(i);
        }
        go(entry);
        waitingBlocks();
        catchExceptions();
        departures.forEach((block, label) -> {
            code.labelBinding(label);
            constant(block);
            code.areturn();
        });
    }

    private void waitingBlocks() {
        while (!waiting.isEmpty()) {
            block(waiting.pollFirstEntry().getValue());
        }
    }

    /**
     * Goes on at a handler of this code where there is one, instead of leaving the method to find it. Code that is in no try
     * statement is not covered, and each statement has a place of its own to catch exceptions: with one for all, every block could
     * be reached from every other, and the JVM's first compiler refuses loops with several entries.
     */
    private void catchExceptions() {
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            Label caught = catches.get(region.handler);
            if (caught == null) {
                caught = code.newLabel();
                catches.put(region.handler, caught);
                code.labelBinding(caught);
                thread().frame();
                call(BodyCompiler.class, "handler", int.class, PyErr.class, ThreadState.class, Frame.class);
                goWhere(List.of(blocks.at(region.handler)));
                // The handler may be the first to need blocks, in which there may be further regions.
                waitingBlocks();
            }
            code.exceptionCatch(region.start, region.end, caught, desc(PyErr.class));
        }
    }

    /** Notes in which try statement the code from here on is. */
    private void enterRegion(int handler) {
        if (handler == regionHandler) {
            return;
        }
        Label here = code.newBoundLabel();
        if (regionHandler >= 0) {
            regions.add(new Region(regionStart, here, regionHandler));
        }
        regionStart = here;
        regionHandler = handler;
    }

    private void block(Block block) {
        code.labelBinding(labels.get(block));
        enterRegion(blocks.handlerAt(block.offset));
        checkTracing(block);
        for (Statement statement : block.statements()) {
            statement.emit(this);
            if (statement.resumeAt >= 0) {
                enterRegion(blocks.handlerAt(statement.resumeAt));
            }
            if (statement.resumeAt >= 0 && statement.mayCall()) {
                Block behind = blocks.at(statement.resumeAt);
                checkTracing(behind != null ? behind : new Block(statement.resumeAt));
            }
        }
        block.exit().emit(this);
        enterRegion(-1);
    }

    /** Leaves the method when somebody is to be told of every instruction; the frame holds the state of the block's start. */
    private void checkTracing(Block block) {
        code.aload(THREAD_VARIABLE).getfield(THREAD, "stepping", ConstantDescs.CD_boolean);
        code.ifne(departures.computeIfAbsent(block, b -> code.newLabel()));
    }

    /** Jumps to a block, which will be part of the method. */
    void go(Block block) {
        code.goto_(label(block));
    }

    Label label(Block block) {
        if (!block.isComplete()) {
            return departures.computeIfAbsent(block, b -> code.newLabel());
        }
        return labels.computeIfAbsent(block, b -> {
            waiting.put(b.offset, b);
            return code.newLabel();
        });
    }

    /** Jumps back, at which the interpreter lock may be given up. */
    void goBack(Block block, int pc) {
        at(pc);
        thread();
        call(org.pyvm.eval.Safepoint.class, "poll", void.class, ThreadState.class);
        go(block);
    }

    /** Goes on at the offset on the operand stack, most likely that of one of some blocks. */
    void goWhere(List<Block> likely) {
        int offset = variable();
        code.istore(offset);
        for (Block block : likely) {
            code.iload(offset).loadConstant(block.offset).if_icmpeq(label(block));
        }
        constant(blocks);
        code.iload(offset);
        callOn(blocks, "after", Block.class, int.class);
        code.areturn();
    }

    Emitter thread() {
        code.aload(THREAD_VARIABLE);
        return this;
    }

    Emitter frame() {
        code.aload(FRAME_VARIABLE);
        return this;
    }

    /** The array of the frame. */
    Emitter slots() {
        code.aload(SLOTS_VARIABLE);
        return this;
    }

    Emitter integer(int value) {
        code.loadConstant(value);
        return this;
    }

    /** Sets {@code lastInstruction}. */
    void at(int pc) {
        code.aload(FRAME_VARIABLE).loadConstant(pc).putfield(FRAME, "lastInstruction", ConstantDescs.CD_int);
    }

    Emitter stackTop() {
        code.aload(FRAME_VARIABLE).getfield(FRAME, "stackTop", ConstantDescs.CD_int);
        return this;
    }

    /** Sets the frame's top to the integer on the operand stack, with the frame below it. */
    void setStackTop() {
        code.putfield(FRAME, "stackTop", ConstantDescs.CD_int);
    }

    /** A variable of the method for an intermediate value. */
    int variable() {
        return nextVariable++;
    }

    /** Pushes the value of such a variable for the last time: it must not keep an object alive that the program drops. */
    void take(int variable) {
        code.aload(variable).aconst_null().astore(variable);
    }

    void loadLocal(int index) {
        code.aload(FIRST_LOCAL + index);
    }

    void storeLocal(int index) {
        code.astore(FIRST_LOCAL + index);
    }

    /** Reads a local variable from the frame again. */
    void reload(int index) {
        slots().integer(index);
        code.aaload();
        storeLocal(index);
    }

    void reloadLocals() {
        for (int i = 0; i < locals; i++) {
            reload(i);
        }
    }

    /** Pushes an object that the method holds as a constant. */
    Emitter constant(Object value) {
        int index = constantIndexes.computeIfAbsent(value, v -> {
            constants.add(v);
            return constants.size() - 1;
        });
        code.getstatic(self, fieldName(index), fieldType(value));
        return this;
    }

    /** Calls a static method with what is on the operand stack. */
    void call(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        code.invokestatic(desc(owner), name, type(result, parameters));
    }

    /** Calls a method of an object that lies under its arguments on the operand stack. */
    void callVirtual(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        code.invokevirtual(desc(owner), name, type(result, parameters));
    }

    /** Calls a method of a constant. */
    void callOn(Object constant, String name, Class<?> result, Class<?>... parameters) {
        code.invokevirtual(desc(constant.getClass()), name, type(result, parameters));
    }

    private static MethodTypeDesc type(Class<?> result, Class<?>... parameters) {
        ClassDesc[] described = new ClassDesc[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            described[i] = desc(parameters[i]);
        }
        return MethodTypeDesc.of(desc(result), described);
    }

    /** Evaluates nodes into a fresh array. */
    void array(Node[] nodes) {
        integer(nodes.length);
        code.anewarray(OBJECT);
        for (int i = 0; i < nodes.length; i++) {
            code.dup();
            integer(i);
            nodes[i].emit(this);
            code.aastore();
        }
    }
}
