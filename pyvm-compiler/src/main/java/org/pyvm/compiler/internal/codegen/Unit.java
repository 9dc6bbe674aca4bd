package org.pyvm.compiler.internal.codegen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.Instruction;
import org.pyvm.symtable.PrivateNames;
import org.pyvm.symtable.Scope;
import org.pyvm.symtable.Symbol;
import org.pyvm.tokenizer.SourceRange;

/** One code object being made: its names and constants, blocks, and where in the source the compiler is. */
final class Unit {
    enum Kind {
        MODULE,
        CLASS,
        FUNCTION,
        ASYNC_FUNCTION,
        LAMBDA,
        COMPREHENSION,
        /** A function that qualified names do not show. */
        ANNOTATION_SCOPE
    }

    final Unit parent;
    final Scope scope;
    final Kind kind;
    final String name;
    final String qualName;
    /** The innermost class around, for private names; null outside classes. */
    final String className;

    final int firstLine;
    final IndexTable<Object> constants = new IndexTable<>();
    final IndexTable<String> names = new IndexTable<>();
    final IndexTable<String> varNames = new IndexTable<>();
    final IndexTable<String> cellVars = new IndexTable<>();
    final IndexTable<String> freeVars = new IndexTable<>();
    final FrameBlocks frameBlocks = new FrameBlocks();
    final BasicBlock entry = new BasicBlock();

    int argCount;
    int posOnlyArgCount;
    int kwOnlyArgCount;
    /** A module becomes a coroutine when top-level await is allowed and used. */
    boolean coroutine;

    BasicBlock current = entry;
    /** Whether the block that is being filled holds a RETURN_VALUE: then no implicit return is needed behind it. */
    boolean returns;
    /** What instructions get as their range; null marks them as artificial. */
    SourceRange range;
    /** The line that 3.6 would be at, and whether an instruction has been marked with it. */
    int line;

    boolean lineMarked = true;
    /** Above 0 while code is looked at for its errors only. */
    int dead;

    Unit(Unit parent, Scope scope, Kind kind, String name, String className, int firstLine) {
        this.parent = parent;
        this.scope = scope;
        this.kind = kind;
        this.name = name;
        this.className = className;
        this.firstLine = firstLine;
        this.qualName = qualifiedName();
        this.coroutine = scope.is(Scope.Flag.COROUTINE);
        scope.varNames().forEach(varNames::indexOf);
        fillCells();
    }

    private String qualifiedName() {
        Unit around = parent;
        while (around != null && around.kind == Kind.ANNOTATION_SCOPE) {
            around = around.parent;
        }
        if (around == null || around.kind == Kind.MODULE && around.parent == null) {
            return name;
        }
        boolean isBound = kind == Kind.FUNCTION || kind == Kind.ASYNC_FUNCTION || kind == Kind.CLASS;
        if (isBound
                && around.scope.kindOf(PrivateNames.mangle(around.className, name)) == Symbol.Kind.GLOBAL_EXPLICIT) {
            return name;
        }
        boolean inFunction =
                around.kind == Kind.FUNCTION || around.kind == Kind.ASYNC_FUNCTION || around.kind == Kind.LAMBDA;
        return around.qualName + (inFunction ? ".<locals>." : ".") + name;
    }

    /** Cell and free variables are sorted by name, so that the order does not depend on that of use. */
    private void fillCells() {
        List<String> cells = new ArrayList<>(0);
        List<String> free = new ArrayList<>(0);
        for (Symbol symbol : scope.symbols()) {
            Symbol.Kind where = symbol.kind();
            if (where == Symbol.Kind.CELL) {
                cells.add(symbol.name());
            } else if (where == Symbol.Kind.FREE || symbol.has(Symbol.DEF_FREE_CLASS)) {
                free.add(symbol.name());
            }
        }
        cells.sort(BY_CODE_POINT);
        if (scope.is(Scope.Flag.NEEDS_CLASS_CLOSURE)) {
            cellVars.indexOf("__class__");
        }
        if (scope.is(Scope.Flag.NEEDS_CLASS_NAMESPACE)) {
            cellVars.indexOf(Scope.CLASS_NAMESPACE);
        }
        cells.forEach(cellVars::indexOf);
        free.sort(BY_CODE_POINT);
        free.forEach(freeVars::indexOf);
    }

    private static final Comparator<String> BY_CODE_POINT = (a, b) -> {
        int[] first = a.codePoints().toArray();
        int[] second = b.codePoints().toArray();
        return java.util.Arrays.compare(first, second);
    };

    boolean isFunction() {
        return scope.type() == Scope.Type.FUNCTION;
    }

    boolean isModuleOrClass() {
        return kind == Kind.MODULE || kind == Kind.CLASS;
    }

    String mangle(String identifier) {
        return PrivateNames.mangle(className, identifier);
    }

    void append(Instruction instruction) {
        if (!lineMarked) {
            lineMarked = true;
            instruction.setNewLine(line);
        }
        current.instructions().add(instruction);
    }

    /** Goes on in a block behind the current one. */
    void use(BasicBlock block) {
        current.setNext(block);
        current = block;
        returns = false;
    }

    /** Begins a source line as 3.6 counts them: always for a statement. */
    void startLine(int startLine) {
        line = startLine;
        lineMarked = false;
    }

    /** An expression begins a line only further down. */
    void reachLine(int reached) {
        if (reached > line) {
            startLine(reached);
        }
    }
}
