package org.pyvm.compiler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The blocks of one code object, linked in the order in which they will be laid out, with its constants. What a {@link
 * CfgPass} works on. Not thread-safe.
 */
public final class ControlFlowGraph {
    private final String name;
    private final BasicBlock entry;
    private final List<Object> constants;
    private final List<String> names;
    private final List<String> varNames;
    private final List<String> cells;
    private final InstructionSet instructions;

    /**
     * @param name of the code object, for views
     * @param entry the first block; every other one is a jump target
     * @param constants what LOAD_CONST indexes
     * @param cells cell variables followed by free variables
     * @param instructions those that may occur, plugins' included
     */
    public ControlFlowGraph(
            String name,
            BasicBlock entry,
            List<Object> constants,
            List<String> names,
            List<String> varNames,
            List<String> cells,
            InstructionSet instructions) {
        this.name = name;
        this.entry = entry;
        this.constants = new ArrayList<>(constants);
        this.names = List.copyOf(names);
        this.varNames = List.copyOf(varNames);
        this.cells = List.copyOf(cells);
        this.instructions = instructions;
    }

    public String name() {
        return name;
    }

    public BasicBlock entry() {
        return entry;
    }

    /** The blocks in layout order, as they are now. */
    public List<BasicBlock> blocks() {
        List<BasicBlock> blocks = new ArrayList<>();
        for (BasicBlock block = entry; block != null; block = block.next()) {
            blocks.add(block);
        }
        return blocks;
    }

    /** The instructions that may occur: by it a pass finds the number of a plugin's opcode. */
    public InstructionSet instructions() {
        return instructions;
    }

    public List<Object> constants() {
        return Collections.unmodifiableList(constants);
    }

    public List<String> names() {
        return names;
    }

    public List<String> varNames() {
        return varNames;
    }

    /** Cell variables followed by free variables. */
    public List<String> cells() {
        return cells;
    }

    /**
     * Appends a constant and gives its index. Like 3.6's peephole pass it does not look for an equal one: who makes the
     * constants into objects may let equal ones be one object, as 3.11 does.
     */
    public int addConstant(Object value) {
        constants.add(value);
        return constants.size() - 1;
    }
}
