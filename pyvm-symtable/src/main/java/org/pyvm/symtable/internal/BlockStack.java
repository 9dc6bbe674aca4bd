package org.pyvm.symtable.internal;

import static org.pyvm.symtable.Symbol.DEF_COMP_ITER;
import static org.pyvm.symtable.Symbol.DEF_GLOBAL;
import static org.pyvm.symtable.Symbol.DEF_LOCAL;
import static org.pyvm.symtable.Symbol.DEF_NONLOCAL;
import static org.pyvm.symtable.Symbol.DEF_PARAM;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Node;
import org.pyvm.symtable.PrivateNames;
import org.pyvm.symtable.Scope;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/** The blocks that the first pass is in, and what they have been told so far. */
final class BlockStack {
    /**
     * How deep the tree may be: three times CPython's default recursion limit. A chain of 2,998 {@code elif}s or {@code +}
     * passes, a longer one is a RecursionError there too.
     */
    private static final int MAX_DEPTH = 3000;

    private final CompilationContext context;
    private final List<Block> stack = new ArrayList<>();
    private final Map<Object, Block> byNode = new IdentityHashMap<>();
    private Block top;
    private Block current;
    private String privateClass;
    private int depth;

    BlockStack(CompilationContext context) {
        this.context = context;
    }

    Block current() {
        return current;
    }

    Block top() {
        return top;
    }

    Map<Object, Block> byNode() {
        return byNode;
    }

    /** Called on the way into each statement, expression and pattern; {@link #ascend} on the way out. */
    void descend() {
        if (++depth > MAX_DEPTH) {
            throw new CompileException(
                    "RecursionError",
                    "maximum recursion depth exceeded during compilation",
                    context.fileName(),
                    null,
                    null);
        }
        context.safepoint().check(depth);
    }

    void ascend() {
        depth--;
    }

    void enterModule(Node module) {
        top = new Block(Scope.Type.MODULE, false, "top", new SourceRange(0, 0, 0, 0));
        push(top);
        byNode.put(module, top);
    }

    void enter(Scope.Type type, String name, Node opener, SourceRange range) {
        Block block = new Block(type, false, name, range);
        current.children.add(block);
        byNode.put(opener, block);
        inherit(block);
        push(block);
    }

    /** Not a child of the block it stands in, so the second pass does not see it nor the blocks in it. */
    void enterAnnotation(SourceRange range) {
        Block block = new Block(Scope.Type.FUNCTION, true, "_annotation", range);
        inherit(block);
        push(block);
    }

    private void inherit(Block block) {
        boolean inFunction = current.type == Scope.Type.FUNCTION && !current.annotation;
        if (inFunction || current.is(Scope.Flag.NESTED)) {
            block.flags.add(Scope.Flag.NESTED);
        }
        // No assignment expression is allowed in a comprehension's iterable, be it inside a lambda of it.
        block.iterableDepth = current.iterableDepth;
    }

    private void push(Block block) {
        stack.add(block);
        current = block;
    }

    void exit() {
        stack.removeLast();
        current = stack.isEmpty() ? null : stack.getLast();
    }

    /** Makes a class the one that private names are mangled with; returns the one before, to be put back. */
    String exchangePrivateClass(String className) {
        String before = privateClass;
        privateClass = className;
        return before;
    }

    /** The flags of an unmangled name in the current block. */
    int flagsOf(String name) {
        return current.flagsOf(mangle(name));
    }

    void add(String name, int flag, SourceRange range) {
        add(current, name, flag, range);
    }

    private void add(Block block, String name, int flag, SourceRange range) {
        String mangled = mangle(name);
        int known = block.flagsOf(mangled);
        if ((flag & known & DEF_PARAM) != 0) {
            throw error("duplicate argument '" + name + "' in function definition", range);
        }
        int added = flag;
        if (block.inIterationTarget) {
            if (((known | flag) & (DEF_GLOBAL | DEF_NONLOCAL)) != 0) {
                throw error(
                        "comprehension inner loop cannot rebind assignment expression target '" + name + "'", range);
            }
            added |= DEF_COMP_ITER;
        }
        block.add(mangled, added);
        if ((flag & DEF_PARAM) != 0) {
            block.varNames.add(mangled);
        } else if ((flag & DEF_GLOBAL) != 0) {
            top.add(mangled, flag);
        }
    }

    void recordDirective(String name, SourceRange range) {
        current.recordDirective(mangle(name), range);
    }

    /** The target of {@code :=} inside a comprehension is bound in the nearest block that is none. */
    void bindOutsideComprehensions(Expr.Name target) {
        String name = target.id();
        SourceRange range = target.range();
        for (Block block : stack.reversed()) {
            // Like CPython, looks the name up unmangled.
            int known = block.flagsOf(name);
            if (block.isComprehension()) {
                if ((known & DEF_COMP_ITER) != 0) {
                    throw error(
                            "assignment expression cannot rebind comprehension iteration variable '" + name + "'",
                            range);
                }
            } else if (block.annotation) {
                // A comprehension in an annotation that is not evaluated binds in the block around that all the same.
                continue;
            } else {
                bindIn(block, name, known, range);
                return;
            }
        }
        throw new IllegalStateException("no block outside of comprehensions");
    }

    private void bindIn(Block block, String name, int known, SourceRange range) {
        switch (block.type) {
            case FUNCTION -> {
                add(name, (known & DEF_GLOBAL) != 0 ? DEF_GLOBAL : DEF_NONLOCAL, range);
                recordDirective(name, range);
                add(block, name, DEF_LOCAL, range);
            }
            case MODULE -> {
                add(name, DEF_GLOBAL, range);
                recordDirective(name, range);
                add(block, name, DEF_GLOBAL, range);
            }
            case CLASS ->
                throw error("assignment expression within a comprehension cannot be used in a class body", range);
        }
    }

    CompileException error(String message, SourceRange range) {
        return Block.error(message, range, context.fileName());
    }

    private String mangle(String name) {
        return PrivateNames.mangle(privateClass, name);
    }
}
