package org.pyvm.compiler;

import java.util.List;
import java.util.Set;
import org.pyvm.tokenizer.SourceRange;

/**
 * The code of one block: module, class body, function, lambda or comprehension. Immutable and shared between
 * interpreters; nested code keeps its identity.
 *
 * <p>A constant is a {@code Boolean}, {@code Long} or (beyond 64 bits) {@code BigInteger}, {@code Double}, {@code
 * org.pyvm.ast.Complex}, {@code CodePoints} (str), {@code org.pyvm.ast.Bytes}, {@code org.pyvm.ast.SpecialConstant}, a
 * nested {@code CodeObject}, a {@code List<Object>} of constants (tuple) or an {@code org.pyvm.ast.FrozenConstant}.
 */
public final class CodeObject {
    private final int argCount;
    private final int posOnlyArgCount;
    private final int kwOnlyArgCount;
    private final int localCount;
    private final int stackSize;
    private final int flags;
    private final byte[] code;
    private final List<Object> constants;
    private final List<String> names;
    private final List<String> varNames;
    private final List<String> cellVars;
    private final List<String> freeVars;
    private final int[] cellToArgument;
    private final String fileName;
    private final String name;
    private final String qualName;
    private final int firstLine;
    private final byte[] lineTable;
    private final PositionTable positions;
    private final LineEvents lineEvents;
    private final Set<String> syntax;

    private CodeObject(Builder builder) {
        this.argCount = builder.argCount;
        this.posOnlyArgCount = builder.posOnlyArgCount;
        this.kwOnlyArgCount = builder.kwOnlyArgCount;
        this.localCount = builder.localCount;
        this.stackSize = builder.stackSize;
        this.flags = builder.flags;
        this.code = builder.code.clone();
        this.constants = List.copyOf(builder.constants);
        this.names = List.copyOf(builder.names);
        this.varNames = List.copyOf(builder.varNames);
        this.cellVars = List.copyOf(builder.cellVars);
        this.freeVars = List.copyOf(builder.freeVars);
        this.cellToArgument = cellToArgument();
        this.fileName = builder.fileName;
        this.name = builder.name;
        this.qualName = builder.qualName;
        this.firstLine = builder.firstLine;
        this.lineTable = builder.lineTable.clone();
        this.positions = builder.positions;
        this.lineEvents = builder.lineEvents;
        this.syntax = builder.syntax;
    }

    /** Starts on a code object whose every field is empty or 0. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts on a copy: {@code code.replace()}. */
    public Builder toBuilder() {
        return new Builder()
                .withArgCount(argCount)
                .withPosOnlyArgCount(posOnlyArgCount)
                .withKwOnlyArgCount(kwOnlyArgCount)
                .withLocalCount(localCount)
                .withStackSize(stackSize)
                .withFlags(flags)
                .withCode(code)
                .withConstants(constants)
                .withNames(names)
                .withVarNames(varNames)
                .withCellVars(cellVars)
                .withFreeVars(freeVars)
                .withFileName(fileName)
                .withName(name)
                .withQualName(qualName)
                .withFirstLine(firstLine)
                .withLineTable(lineTable)
                .withPositions(positions)
                .withLineEvents(lineEvents)
                .withSyntax(syntax);
    }

    /** Number of positional parameters, positional-only ones included, {@code *args} not. */
    public int argCount() {
        return argCount;
    }

    public int posOnlyArgCount() {
        return posOnlyArgCount;
    }

    public int kwOnlyArgCount() {
        return kwOnlyArgCount;
    }

    /** {@code co_nlocals}: the number of {@link #varNames()}. */
    public int localCount() {
        return localCount;
    }

    /** A value stack of this size is enough; CPython's own figure may be another. */
    public int stackSize() {
        return stackSize;
    }

    /** See {@link CodeFlags}. */
    public int flags() {
        return flags;
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Names of the syntax plugins that its source was compiled with; what it compiles at run time inherits them. */
    public Set<String> syntax() {
        return syntax;
    }

    /** The wordcode: an opcode and the low byte of its argument in turn. The array itself, for speed: never write to it. */
    public byte[] code() {
        return code;
    }

    public List<Object> constants() {
        return constants;
    }

    public List<String> names() {
        return names;
    }

    /** Parameters first: positional, keyword-only, {@code *args}, {@code **kwargs}; then the other locals. */
    public List<String> varNames() {
        return varNames;
    }

    public List<String> cellVars() {
        return cellVars;
    }

    public List<String> freeVars() {
        return freeVars;
    }

    /** For each cell variable the parameter (index into {@link #varNames()}) that it starts with, or -1; a fresh array. */
    public int[] cellToArguments() {
        return cellToArgument.clone();
    }

    /** The parameter that a cell variable starts with, or -1. */
    public int cellToArgument(int cell) {
        return cellToArgument[cell];
    }

    /** All parameters, {@code *args} and {@code **kwargs} included. */
    public int parameterCount() {
        return argCount + kwOnlyArgCount + (has(CodeFlags.VARARGS) ? 1 : 0) + (has(CodeFlags.VARKEYWORDS) ? 1 : 0);
    }

    public String fileName() {
        return fileName;
    }

    public String name() {
        return name;
    }

    public String qualName() {
        return qualName;
    }

    public int firstLine() {
        return firstLine;
    }

    /** {@code co_lnotab} as 3.6 writes it: pairs of byte increment and signed line increment. A fresh array. */
    public byte[] lineTable() {
        return lineTable.clone();
    }

    public PositionTable positions() {
        return positions;
    }

    /** Line of the instruction at a byte offset, or -1 when it has none. */
    public int lineAt(int offset) {
        return positions.lineAt(offset);
    }

    /** As {@link #lineAt}, for who asks at each instruction. */
    public int tracedLineAt(int offset) {
        return positions.tracedLineAt(offset);
    }

    /**
     * Range of the instruction at a byte offset, columns in UTF-8 bytes; null when it has no line, columns -1 when it has
     * none.
     */
    public SourceRange positionAt(int offset) {
        return positions.rangeAt(offset);
    }

    /** Lines that a trace function hears of and that have no instruction of their own. */
    public LineEvents lineEvents() {
        return lineEvents;
    }

    /**
     * The lines without code that control passes on its way from one instruction to another; mostly none. Tells from the
     * code whether blocks are unwound on the way.
     *
     * @param from offset of the instruction executed before, its EXTENDED_ARGs included or not, or {@link LineEvents#START}
     * @param to offset of the instruction to be executed, in the same way
     */
    public int[] linesPassed(int from, int to) {
        if (lineEvents.isEmpty()) {
            return lineEvents.linesOf(from, to);
        }
        int target = opcodeOffset(to);
        if (from < 0) {
            return lineEvents.linesOf(LineEvents.START, target);
        }
        int source = opcodeOffset(from);
        return lineEvents.linesOf(leadsTo(source, target) ? source : LineEvents.UNWIND, target);
    }

    /** Whether an instruction falls through or jumps to another without unwinding. */
    private boolean leadsTo(int source, int target) {
        if (opcodeOffset(source + 2) == target) {
            return true;
        }
        Opcode opcode = InstructionSet.python().opcode(code[source] & 0xFF);
        if (opcode == null || !opcode.isJump() || opcode.isBlockSetup() || opcode.number() == Opcodes.CONTINUE_LOOP) {
            return false;
        }
        int argument = 0;
        int start = source;
        while (start >= 2 && (code[start - 2] & 0xFF) == Opcodes.EXTENDED_ARG) {
            start -= 2;
        }
        for (int at = start; at <= source; at += 2) {
            argument = argument << 8 | code[at + 1] & 0xFF;
        }
        boolean relative = opcode.argument() == Opcode.Argument.JUMP_FORWARD;
        return opcodeOffset(relative ? source + 2 + argument : argument) == target;
    }

    private int opcodeOffset(int offset) {
        int at = offset;
        while (at < code.length && (code[at] & 0xFF) == Opcodes.EXTENDED_ARG) {
            at += 2;
        }
        return at;
    }

    private int[] cellToArgument() {
        int[] result = new int[cellVars.size()];
        int parameters = Math.min(parameterCount(), varNames.size());
        for (int cell = 0; cell < result.length; cell++) {
            int index = varNames.indexOf(cellVars.get(cell));
            result[cell] = index < parameters ? index : -1;
        }
        return result;
    }

    @Override
    public String toString() {
        return "<code object " + name + ", file \"" + fileName + "\", line " + firstLine + ">";
    }

    /** Collects the fields of a code object; lists and arrays are copied when it is built. */
    public static final class Builder {
        private int argCount;
        private int posOnlyArgCount;
        private int kwOnlyArgCount;
        private int localCount;
        private int stackSize;
        private int flags;
        private byte[] code = {};
        private List<?> constants = List.of();
        private List<String> names = List.of();
        private List<String> varNames = List.of();
        private List<String> cellVars = List.of();
        private List<String> freeVars = List.of();
        private String fileName = "";
        private String name = "";
        private String qualName = "";
        private int firstLine;
        private byte[] lineTable = {};
        private PositionTable positions = PositionTable.EMPTY;
        private LineEvents lineEvents = LineEvents.NONE;
        private Set<String> syntax = Set.of();

        private Builder() {}

        public Builder withArgCount(int value) {
            this.argCount = value;
            return this;
        }

        public Builder withPosOnlyArgCount(int value) {
            this.posOnlyArgCount = value;
            return this;
        }

        public Builder withKwOnlyArgCount(int value) {
            this.kwOnlyArgCount = value;
            return this;
        }

        public Builder withLocalCount(int value) {
            this.localCount = value;
            return this;
        }

        public Builder withStackSize(int value) {
            this.stackSize = value;
            return this;
        }

        public Builder withFlags(int value) {
            this.flags = value;
            return this;
        }

        public Builder withCode(byte[] value) {
            this.code = value;
            return this;
        }

        public Builder withConstants(List<?> value) {
            this.constants = value;
            return this;
        }

        public Builder withNames(List<String> value) {
            this.names = value;
            return this;
        }

        public Builder withVarNames(List<String> value) {
            this.varNames = value;
            return this;
        }

        public Builder withCellVars(List<String> value) {
            this.cellVars = value;
            return this;
        }

        public Builder withFreeVars(List<String> value) {
            this.freeVars = value;
            return this;
        }

        public Builder withFileName(String value) {
            this.fileName = value;
            return this;
        }

        public Builder withName(String value) {
            this.name = value;
            return this;
        }

        public Builder withQualName(String value) {
            this.qualName = value;
            return this;
        }

        public Builder withFirstLine(int value) {
            this.firstLine = value;
            return this;
        }

        public Builder withLineTable(byte[] value) {
            this.lineTable = value;
            return this;
        }

        public Builder withPositions(PositionTable value) {
            this.positions = value;
            return this;
        }

        public Builder withLineEvents(LineEvents value) {
            this.lineEvents = value;
            return this;
        }

        /** Gives opcodes other numbers. @param numbers the new one at the index of the old, 0 to keep it */
        public Builder renumber(int[] numbers) {
            byte[] words = code.clone();
            for (int i = 0; i < words.length; i += 2) {
                int number = numbers[words[i] & 0xFF];
                if (number != 0) {
                    words[i] = (byte) number;
                }
            }
            this.code = words;
            return this;
        }

        public Builder withSyntax(Set<String> value) {
            this.syntax = Set.copyOf(value);
            return this;
        }

        public CodeObject build() {
            return new CodeObject(this);
        }
    }
}
