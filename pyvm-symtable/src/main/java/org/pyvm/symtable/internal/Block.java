package org.pyvm.symtable.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.symtable.Scope;
import org.pyvm.symtable.Symbol;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/** A block while the passes work on it; {@link #freeze} makes the {@link Scope} of it. */
final class Block {
    /** A name's flags, which grow. */
    static final class Entry {
        int flags;
    }

    final Scope.Type type;
    /** An annotation that is not evaluated: what it names has no effect on the blocks around it. */
    final boolean annotation;

    final String name;
    final SourceRange range;
    final LinkedHashMap<String, Entry> symbols = new LinkedHashMap<>();
    final List<Block> children = new ArrayList<>(2);
    final List<String> varNames = new ArrayList<>(4);
    final EnumSet<Scope.Flag> flags = EnumSet.noneOf(Scope.Flag.class);
    Scope.Comprehension comprehension = Scope.Comprehension.NONE;
    /** True while a comprehension's target is collected: what it binds are iteration variables. */
    boolean inIterationTarget;
    /** How many iterable expressions of comprehensions we are in, those of outer blocks included. */
    int iterableDepth;

    /** Where a name was first declared global or nonlocal. */
    private final Map<String, SourceRange> directives = new HashMap<>(0);

    Block(Scope.Type type, boolean annotation, String name, SourceRange range) {
        this.type = type;
        this.annotation = annotation;
        this.name = name;
        this.range = range;
    }

    boolean is(Scope.Flag flag) {
        return flags.contains(flag);
    }

    boolean isComprehension() {
        return comprehension != Scope.Comprehension.NONE;
    }

    /** The flags of a mangled name, 0 when it is not known. */
    int flagsOf(String mangled) {
        Entry entry = symbols.get(mangled);
        return entry == null ? 0 : entry.flags;
    }

    void add(String mangled, int more) {
        symbols.computeIfAbsent(mangled, key -> new Entry()).flags |= more;
    }

    void recordDirective(String mangled, SourceRange where) {
        directives.putIfAbsent(mangled, where);
    }

    /** A SyntaxError at the name's global or nonlocal statement. */
    CompileException errorAtDirective(String mangled, String message, String fileName) {
        return error(message, directives.get(mangled), fileName);
    }

    static CompileException error(String message, SourceRange range, String fileName) {
        // The columns of these errors count UTF-8 bytes, CPython's own included.
        SourceRange fromOne = new SourceRange(range.line(), range.column() + 1, range.endLine(), range.endColumn() + 1);
        return new CompileException("SyntaxError", message, fileName, fromOne, null);
    }

    Scope freeze(List<Scope> frozenChildren) {
        LinkedHashMap<String, Symbol> frozen = LinkedHashMap.newLinkedHashMap(symbols.size());
        symbols.forEach((mangled, entry) -> frozen.put(mangled, new Symbol(mangled, entry.flags)));
        return new Scope(type, name, frozen, frozenChildren, varNames, flags, comprehension, range);
    }
}
