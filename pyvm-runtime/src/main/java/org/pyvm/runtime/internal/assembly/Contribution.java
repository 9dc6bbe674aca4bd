package org.pyvm.runtime.internal.assembly;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.pyvm.ast.Lowerings;
import org.pyvm.ast.Node;
import org.pyvm.ast.NodeType;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.CodeHandler;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.eval.FrameHook;
import org.pyvm.eval.Instrument;
import org.pyvm.eval.OpcodeSemantics;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.runtime.InfixMeaning;
import org.pyvm.symtable.SymbolHandler;
import org.pyvm.tokenizer.TokenAdditions;
import org.pyvm.tokenizer.TokenKind;

/** One thing that a plugin contributes. */
public sealed interface Contribution {
    Origin origin();

    /** Grammar rules in the notation of Python's grammar file. */
    record Grammar(Origin origin, String ebnf) implements Contribution {}

    /** Tokens. @param what for the listing: {@code token '|>'} */
    record Tokens(Origin origin, String what, UnaryOperator<TokenAdditions> addition) implements Contribution {}

    /** A binary operator on a level of its own, or beside others that have the same neighbours. */
    record Infix(Origin origin, TokenKind kind, OperatorLevel level, boolean rightAssociative, InfixMeaning meaning)
            implements Contribution {}

    /** What the nodes of a grammar rule mean. @param kind of place that the rule has: a node, a trailer, a parameter @param whole none of its nodes is left to others */
    record Lowering(Origin origin, String rule, String kind, boolean whole, UnaryOperator<Lowerings> addition)
            implements Contribution {}

    /** A rewriting of the nodes of a class, in every tree that the front end builds. */
    record Rewrite<N extends Node>(Origin origin, Class<N> nodeClass, NodeRewrite<N> rewrite) implements Contribution {}

    /** What becomes of a node. */
    @FunctionalInterface
    interface NodeRewrite<N extends Node> {
        /** @return the node itself, or another in its place; its children are rewritten already */
        Node rewrite(N node);
    }

    /** A class of nodes of the syntax tree. @param unparse text with the fields' names in braces, or null */
    record NodeClass<N extends Node>(
            Origin origin,
            NodeType type,
            Class<N> nodeClass,
            SymbolHandler<? super N> symbols,
            CodeHandler<? super N> code,
            String unparse)
            implements Contribution {}

    /** A pass over control flow graphs. @param neighbour name of a pass, or null for behind all */
    record Pass(Origin origin, CfgPass pass, String neighbour, boolean before) implements Contribution {}

    /** An opcode. @param row whose number does not matter */
    record OpcodeRow(Origin origin, Opcode row, OpcodeSemantics semantics) implements Contribution {}

    /** The form of an opcode under one strategy. @param form makes one for each place in code */
    record OpcodeForm(Origin origin, String name, String strategy, Supplier<OpcodeSemantics> form)
            implements Contribution {
        String what() {
            return name + " under " + strategy;
        }
    }

    /** Modules in Java. */
    record Modules(Origin origin, BuiltinModuleIndex index) implements Contribution {}

    /** A built-in name. @param module that can be imported, and has an attribute of that name; null for a value of its own */
    record Builtin(Origin origin, String name, String module, PyObject value) implements Contribution {}

    /** Something that finds modules. @param isHook of {@code sys.path_hooks}, else of {@code sys.meta_path} @param module where it is an attribute */
    record Importer(Origin origin, boolean isHook, String module, String attribute) implements Contribution {
        String what() {
            return (isHook ? "path hook " : "finder ") + module + "." + attribute;
        }
    }

    /** An evaluation strategy that {@code -X eval} can name. */
    record Strategy(Origin origin, EvaluationStrategy strategy) implements Contribution {}

    /** Something around the evaluation strategy, whichever it is. */
    record StrategyWrapping(Origin origin, UnaryOperator<EvaluationStrategy> wrapping) implements Contribution {}

    /** Something that gets frames before the strategy. */
    record Hook(Origin origin, FrameHook hook) implements Contribution {}

    /** Something that watches frames run. */
    record Watching(Origin origin, Instrument instrument) implements Contribution {}

    /** Another meaning of one of Python's own instructions. */
    record OpcodeMeaning(Origin origin, String name, OpcodeSemantics semantics) implements Contribution {}

    /** Another stage in the place of Python's own. @param stage its interface */
    record Replacement<T>(Origin origin, Class<T> stage, T replacement) implements Contribution {}

    /** Something around a stage. @param stage its interface */
    record Wrapping<T>(Origin origin, Class<T> stage, UnaryOperator<T> wrapping) implements Contribution {}

    /** The plugin threw while it contributed. */
    record Failure(Origin origin, Throwable cause) implements Contribution {
        String report() {
            return cause instanceof LinkageError
                    ? "built against another version of pyvm: " + cause
                    : "contribute() has thrown " + cause;
        }
    }
}
