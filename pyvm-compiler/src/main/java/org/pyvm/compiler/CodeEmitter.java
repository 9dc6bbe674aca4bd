package org.pyvm.compiler;

import java.util.List;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Keyword;
import org.pyvm.ast.Node;
import org.pyvm.ast.Stmt;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/**
 * Code generation as a plugin's {@link CodeHandler} sees it: emits instructions into the code object that is being made.
 * Instructions get the range of the node that is being compiled.
 */
public interface CodeEmitter {
    /** Emits an instruction without argument; see {@link Opcodes}. */
    void emit(int opcode);

    /** Emits an instruction whose argument is a number. */
    void emit(int opcode, int argument);

    /** Emits a jump or a block set-up. */
    void emitJump(int opcode, BasicBlock target);

    /**
     * Emits an instruction of a plugin, whose number only the assembled machine knows.
     *
     * @param opcode its name
     * @param argument 0 when it has none
     */
    void emit(String opcode, int argument);

    /** As {@link #emit(String, int)}, for a jump. */
    void emitJump(String opcode, BasicBlock target);

    /** Makes a block to jump to; it has its place only when {@link #use} is called. */
    BasicBlock newBlock();

    /** Goes on in a block: control falls through into it, and jumps to it arrive here. */
    void use(BasicBlock block);

    /** Loads a constant, see {@link CodeObject}. */
    void loadConstant(Object value);

    /** Loads, stores or deletes a variable by its unmangled name. */
    void name(String name, ExprContext context);

    /** Emits an instruction whose argument is a name, which is mangled: LOAD_ATTR, STORE_ATTR, IMPORT_FROM. */
    void emitName(int opcode, String name);

    void statement(Stmt statement);

    void statements(List<Stmt> statements);

    void expression(Expr expression);

    /**
     * Evaluates arguments and calls.
     *
     * @param pushed how many positional arguments lie on the value stack already, above what is called
     */
    void call(int pushed, List<Expr> arguments, List<Keyword> keywords);

    /**
     * Compiles a function that a node opens, for which its {@link org.pyvm.symtable.SymbolHandler} has opened a block, and
     * loads it. Default values and annotations are not evaluated: the function has none.
     *
     * @param opener the node for which the symbol table gives the block
     * @param body emits the body; a value to be returned it must return itself
     */
    void function(Node opener, String name, Arguments parameters, Runnable body);

    /**
     * As {@link #function}, for a block that the node's handler has opened as an annotation scope: it sees the names of a
     * class that it stands in, and what is defined in it has the qualified name that it would have around it.
     */
    void annotationScope(Node opener, String name, Arguments parameters, Runnable body);

    /**
     * Makes a function or class and leaves it on the value stack: its name is not bound, its decorators are not evaluated,
     * though their first line is that of its code.
     */
    void definition(Stmt definition);

    /** Jumps when the test is (or is not) true, and falls through otherwise. */
    void jumpIf(Expr test, BasicBlock target, boolean condition);

    /** Opens a loop for {@code break} and {@code continue} inside; a SETUP_LOOP must have been emitted. */
    void enterLoop(BasicBlock top);

    /** Closes the loop; a POP_BLOCK must be emitted. */
    void leaveLoop();

    /** The range that instructions get from now on; null for none. */
    void at(SourceRange range);

    /** A SyntaxError at a range (columns as in the node), to be thrown by the handler. */
    CompileException error(String message, SourceRange range);

    /** Warns with a SyntaxWarning at a range; throws when a filter makes it an error. */
    void warn(String message, SourceRange range);
}
