package org.pyvm.symtable;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.pyvm.tokenizer.SourceRange;

/** One block of a program: the module, a function, a class, a comprehension. Immutable. */
public final class Scope {
    /** What kind of block. */
    public enum Type {
        /** A function, lambda, comprehension or generator expression. */
        FUNCTION,
        CLASS,
        MODULE
    }

    /** What kind of comprehension a function scope is. */
    public enum Comprehension {
        NONE,
        LIST,
        DICT,
        SET,
        GENERATOR
    }

    /** What the two passes find out about a block as a whole. */
    public enum Flag {
        /** Inside a function. */
        NESTED,
        /** Has free variables. */
        FREE,
        /** A block inside has free variables. */
        CHILD_FREE,
        /** Holds a {@code yield}, or is a generator expression. */
        GENERATOR,
        /** Is {@code async def}, or awaits, or holds an asynchronous comprehension. */
        COROUTINE,
        /** Has {@code *args}. */
        VARARGS,
        /** Has {@code **kwargs}. */
        VARKEYWORDS,
        /** Holds {@code return value}. */
        RETURNS_VALUE,
        /** A class one of whose methods uses {@code __class__} or {@code super}. */
        NEEDS_CLASS_CLOSURE,
        /** An annotation scope (PEP 695) in a class body, or in another such scope: it sees what the class binds. */
        SEES_CLASS,
        /** A class that has such a scope in it. */
        NEEDS_CLASS_NAMESPACE
    }

    /** The name by which annotation scopes reach the namespace of the class around them. */
    public static final String CLASS_NAMESPACE = "__classdict__";

    private final Type type;
    private final String name;
    private final LinkedHashMap<String, Symbol> symbols;
    private final List<Scope> children;
    private final List<String> varNames;
    private final Set<Flag> flags;
    private final Comprehension comprehension;
    private final SourceRange range;

    /**
     * Takes the parts; the caller must not change them afterwards.
     *
     * @param name the function's or class's own name; {@code top}, {@code lambda}, {@code listcomp}, {@code setcomp}, {@code
     *     dictcomp} or {@code genexpr}
     * @param symbols by mangled name, in order of first appearance
     * @param children the blocks directly inside, in source order
     * @param varNames the parameters, mangled: positional, keyword-only, {@code *args}, {@code **kwargs}
     * @param range in UTF-8 columns; all 0 for the module
     */
    public Scope(
            Type type,
            String name,
            LinkedHashMap<String, Symbol> symbols,
            List<Scope> children,
            List<String> varNames,
            Set<Flag> flags,
            Comprehension comprehension,
            SourceRange range) {
        this.type = type;
        this.name = name;
        this.symbols = symbols;
        this.children = List.copyOf(children);
        this.varNames = List.copyOf(varNames);
        this.flags = flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags);
        this.comprehension = comprehension;
        this.range = range;
    }

    public Type type() {
        return type;
    }

    public String name() {
        return name;
    }

    /** All symbols in order of first appearance; free variables that only nested blocks mention come last. */
    public Collection<Symbol> symbols() {
        return Collections.unmodifiableCollection(symbols.values());
    }

    /** The symbol of a mangled name, or null when the block does not know it. */
    public Symbol symbol(String mangledName) {
        return symbols.get(mangledName);
    }

    /** Where a mangled name lives as seen from this block; {@code UNRESOLVED} when the block does not know it. */
    public Symbol.Kind kindOf(String mangledName) {
        Symbol symbol = symbols.get(mangledName);
        return symbol == null ? Symbol.Kind.UNRESOLVED : symbol.kind();
    }

    public List<Scope> children() {
        return children;
    }

    public List<String> varNames() {
        return varNames;
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    /** The flags, not to be changed. */
    public Set<Flag> flags() {
        return Collections.unmodifiableSet(flags);
    }

    public Comprehension comprehension() {
        return comprehension;
    }

    public SourceRange range() {
        return range;
    }
}
