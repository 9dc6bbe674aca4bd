package org.pyvm.ast;

import java.util.List;
import java.util.function.UnaryOperator;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/**
 * What the lowering of a rule asks of the builder: the meaning of the parts of its node. It serves one compilation, on
 * one thread.
 *
 * <p>Trees come with and without nodes that have one child; every method here takes both.
 */
public interface Lowering {
    /** An expression that is read. */
    Expr expression(ParseTree tree);

    /** An expression that is assigned to or deleted. */
    Expr target(ParseTree tree, ExprContext context);

    /** A pattern of a {@code case}. */
    Pattern pattern(ParseTree tree);

    /** The statements of a {@code suite}. */
    List<Stmt> suite(ParseTree tree);

    /** The statements of the suite that is the child at an index, none if the node ends before it: an optional clause. */
    List<Stmt> suiteOrEmpty(ParseTree parent, int index);

    /**
     * What Python itself makes of a node of one of its rules, or another plugin that gives the rule a meaning too: for a
     * plugin that means most of it to stay as it is. Nodes below are lowered as ever.
     */
    Node python(ParseTree tree);

    /** The index in the brackets of a subscription: a {@code subscriptlist}. */
    Expr index(ParseTree subscripts);

    /**
     * String literals side by side, read as if they were spelled otherwise: a plugin's prefix as one of Python's.
     *
     * @param parent whose children, all of them string tokens, are meant
     * @param respelling gives a text of the same length
     */
    Expr strings(ParseTree parent, UnaryOperator<String> respelling);

    /** The constant of a number literal. @param text as Python spells it @param tree where it stands */
    Expr number(String text, ParseTree tree);

    /** The source text at a range. */
    String text(SourceRange range);

    /** The identifier of a NAME, normalised as Python does. */
    String identifier(ParseTree name);

    /** Where a tree stands, in the AST's unit of columns. */
    SourceRange range(ParseTree tree);

    /** From the start of one tree to the end of another. */
    SourceRange range(ParseTree first, ParseTree last);

    /** A SyntaxError at a tree, to be thrown. */
    CompileException error(String message, ParseTree tree);

    CompilationContext context();
}
