package org.pyvm.symtable.internal;

import static org.pyvm.symtable.Symbol.DEF_BOUND;
import static org.pyvm.symtable.Symbol.DEF_FREE_CLASS;
import static org.pyvm.symtable.Symbol.DEF_GLOBAL;
import static org.pyvm.symtable.Symbol.DEF_NONLOCAL;
import static org.pyvm.symtable.Symbol.Kind.CELL;
import static org.pyvm.symtable.Symbol.Kind.FREE;
import static org.pyvm.symtable.Symbol.Kind.GLOBAL_EXPLICIT;
import static org.pyvm.symtable.Symbol.Kind.GLOBAL_IMPLICIT;
import static org.pyvm.symtable.Symbol.Kind.LOCAL;
import static org.pyvm.symtable.Symbol.SCOPE_MASK;
import static org.pyvm.symtable.Symbol.SCOPE_OFFSET;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pyvm.symtable.FutureFeatures;
import org.pyvm.symtable.Scope;
import org.pyvm.symtable.Symbol;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.tokenizer.CompilationContext;

/**
 * The second pass: each block hands the names that the blocks in it may refer to down, and gets the names that are
 * free in them back.
 */
public final class Analyzer {
    private final String fileName;

    public Analyzer(CompilationContext context) {
        this.fileName = context.fileName();
    }

    /** Analyses everything that a finished collector holds. */
    public SymbolTable analyze(Collector collected, FutureFeatures futures) {
        analyze(collected.top(), null, Set.of());
        Map<Block, Scope> frozen = new IdentityHashMap<>();
        Scope top = freeze(collected.top(), frozen);
        Map<Object, Scope> scopes = new IdentityHashMap<>();
        collected.byNode().forEach((node, block) -> {
            Scope scope = frozen.get(block);
            // What stands in an annotation that is not evaluated is below no block.
            if (scope != null) {
                scopes.put(node, scope);
            }
        });
        return new SymbolTable(top, scopes, futures);
    }

    private static Scope freeze(Block block, Map<Block, Scope> frozen) {
        List<Scope> children = new ArrayList<>(block.children.size());
        for (Block child : block.children) {
            children.add(freeze(child, frozen));
        }
        Scope scope = block.freeze(children);
        frozen.put(block, scope);
        return scope;
    }

    /**
     * Analyses a block and those in it.
     *
     * @param outerBound names bound in the functions around, or null in the module; not changed
     * @param outerGlobal names that a block around declares global; not changed
     * @return the names that are free in the block
     */
    private Set<String> analyze(Block block, Set<String> outerBound, Set<String> outerGlobal) {
        Set<String> bound = outerBound == null ? null : new HashSet<>(outerBound);
        Set<String> global = new HashSet<>(outerGlobal);
        Set<String> local = new HashSet<>();
        Set<String> free = new LinkedHashSet<>();
        block.symbols.forEach((name, entry) -> {
            Symbol.Kind kind = resolve(block, name, entry.flags, bound, local, global);
            entry.flags |= kind.number() << SCOPE_OFFSET;
            if (kind == FREE) {
                block.flags.add(Scope.Flag.FREE);
                free.add(name);
            }
        });
        Set<String> childFree = switch (block.type) {
            case MODULE -> analyzeChildren(block, Set.of(), global);
            case FUNCTION -> {
                bound.addAll(local);
                yield analyzeChildren(block, bound, global);
            }
            case CLASS -> {
                // What a class body binds or declares, the functions in it do not see.
                Set<String> withClass = new HashSet<>(outerBound);
                withClass.add("__class__");
                if (block.children.stream().anyMatch(child -> child.is(Scope.Flag.SEES_CLASS))) {
                    withClass.add(Scope.CLASS_NAMESPACE);
                    block.flags.add(Scope.Flag.NEEDS_CLASS_NAMESPACE);
                }
                yield analyzeChildren(block, withClass, outerGlobal);
            }
        };
        addFreeOfChildren(block, childFree);
        free.addAll(childFree);
        return free;
    }

    /** Says where a name of the block lives, and changes the sets as its declaration in this block demands. */
    private Symbol.Kind resolve(
            Block block, String name, int flags, Set<String> bound, Set<String> local, Set<String> global) {
        if ((flags & DEF_GLOBAL) != 0) {
            if ((flags & DEF_NONLOCAL) != 0) {
                throw block.errorAtDirective(name, "name '" + name + "' is nonlocal and global", fileName);
            }
            global.add(name);
            if (bound != null) {
                bound.remove(name);
            }
            return GLOBAL_EXPLICIT;
        }
        if ((flags & DEF_NONLOCAL) != 0) {
            if (bound == null) {
                throw block.errorAtDirective(name, "nonlocal declaration not allowed at module level", fileName);
            }
            if (!bound.contains(name)) {
                throw block.errorAtDirective(name, "no binding for nonlocal '" + name + "' found", fileName);
            }
            return FREE;
        }
        if ((flags & DEF_BOUND) != 0) {
            local.add(name);
            global.remove(name);
            return LOCAL;
        }
        if (bound != null && bound.contains(name)) {
            return FREE;
        }
        if (!global.contains(name) && block.is(Scope.Flag.NESTED)) {
            // CPython's flag, from the time when exec could bind names in the functions around.
            block.flags.add(Scope.Flag.FREE);
        }
        return GLOBAL_IMPLICIT;
    }

    private Set<String> analyzeChildren(Block block, Set<String> bound, Set<String> global) {
        Set<String> free = new LinkedHashSet<>();
        for (Block child : block.children) {
            free.addAll(analyze(child, bound, global));
            if (child.is(Scope.Flag.FREE) || child.is(Scope.Flag.CHILD_FREE)) {
                block.flags.add(Scope.Flag.CHILD_FREE);
            }
        }
        return free;
    }

    /** Gives the block what its children lack: cells for its own names, passed on for the others, which stay in the set. */
    private static void addFreeOfChildren(Block block, Set<String> childFree) {
        if (block.type == Scope.Type.CLASS && childFree.remove("__class__")) {
            block.flags.add(Scope.Flag.NEEDS_CLASS_CLOSURE);
        }
        if (block.is(Scope.Flag.NEEDS_CLASS_NAMESPACE)) {
            childFree.remove(Scope.CLASS_NAMESPACE);
        }
        for (Iterator<String> names = childFree.iterator(); names.hasNext(); ) {
            String name = names.next();
            Block.Entry entry = block.symbols.get(name);
            if (entry == null) {
                block.add(name, FREE.number() << SCOPE_OFFSET);
            } else if (block.type == Scope.Type.FUNCTION && kind(entry) == LOCAL.number()) {
                entry.flags ^= (LOCAL.number() ^ CELL.number()) << SCOPE_OFFSET;
                names.remove();
            } else if (block.type == Scope.Type.CLASS && (entry.flags & (DEF_BOUND | DEF_GLOBAL)) != 0) {
                entry.flags |= DEF_FREE_CLASS;
            }
        }
    }

    private static int kind(Block.Entry entry) {
        return entry.flags >> SCOPE_OFFSET & SCOPE_MASK;
    }
}
