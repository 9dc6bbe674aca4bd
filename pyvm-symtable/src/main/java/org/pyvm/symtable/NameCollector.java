package org.pyvm.symtable;

import java.util.List;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Node;
import org.pyvm.ast.Stmt;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/** The first pass as a plugin's {@link SymbolHandler} sees it. Names are given unmangled. */
public interface NameCollector {
    /** The current block binds a name. */
    void bind(String name, SourceRange range);

    /** The current block reads a name. */
    void use(String name, SourceRange range);

    /**
     * Collects from a node below: a statement, expression, pattern, keyword, alias, with item, except handler or match
     * case; null is none.
     */
    void visit(Node node);

    /** Collects from each in turn. */
    void visitAll(List<? extends Node> nodes);

    /** Collects from each field of a node that is a node or a list of nodes, in their order. */
    default void visitFields(Node node) {
        for (Object field : node.fields()) {
            if (field instanceof Node below) {
                visit(below);
            } else if (field instanceof List<?> list) {
                for (Object each : list) {
                    if (each instanceof Node below) {
                        visit(below);
                    }
                }
            }
        }
    }

    /** Collects from the default values of parameters, in the current block. */
    void visitDefaults(Arguments parameters);

    /**
     * Opens a function block for a node, with its parameters, and collects from the nodes in it.
     *
     * @param opener the node for which {@link SymbolTable#scopeOf} shall give the block
     */
    void function(Node opener, String name, Arguments parameters, boolean async, List<? extends Node> body);

    /**
     * Opens an annotation scope as PEP 695 has them: a function block that sees the names of a class that it stands in, and
     * which qualified names do not show.
     *
     * @param opener the node for which {@link SymbolTable#scopeOf} shall give the block
     * @param body collects from what is in it
     */
    void annotationScope(Node opener, String name, Arguments parameters, Runnable body);

    /** Collects from a function or class as a value: its name is not bound, its decorators are not looked at. */
    void definition(Stmt definition);

    /** Opens a class block for a node and collects from the nodes in it; {@code name} also mangles private names. */
    void classBody(Node opener, String name, List<? extends Node> body);

    /** A SyntaxError at a range (columns as in the node), to be thrown by the handler. */
    CompileException error(String message, SourceRange range);
}
