package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.List;
import java.util.Set;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Keyword;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Node;
import org.pyvm.ast.Pattern;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.Stmt;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.CodeEmitter;
import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.CodeHandlers;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.Instruction;
import org.pyvm.symtable.Scope;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/**
 * The state of one compilation and the way from a node to the class that compiles its family. Instructions go to the
 * {@link Unit} on top of a stack of units, one for each block of the program that is being compiled.
 *
 * <p>The sequences are those of CPython 3.6 unless a program could see that it does not run on 3.11; the ranges of
 * instructions, the checks and their order are 3.11's.
 */
public final class CodeGenerator implements CodeEmitter {
    private final SymbolTable symbols;
    private final CompilationContext context;
    private final CodeHandlers handlers;
    private final UnitFinisher finisher;

    private final StatementCodegen statements = new StatementCodegen(this);
    private final AssignmentCodegen assignments = new AssignmentCodegen(this);
    private final LoopCodegen loops = new LoopCodegen(this);
    private final TryCodegen tries = new TryCodegen(this);
    private final TryStarCodegen starTries = new TryStarCodegen(this);
    private final WithCodegen withs = new WithCodegen(this);
    private final ImportCodegen imports;
    private final FunctionCodegen functions = new FunctionCodegen(this);
    private final ClassCodegen classes = new ClassCodegen(this);
    private final MatchCodegen matches = new MatchCodegen(this);
    private final ConditionCodegen conditions = new ConditionCodegen(this);
    private final ExpressionCodegen expressions = new ExpressionCodegen(this);
    private final DisplayCodegen displays = new DisplayCodegen(this);
    private final CallCodegen calls = new CallCodegen(this);
    private final ComprehensionCodegen comprehensions = new ComprehensionCodegen(this);
    private final NameCodegen names = new NameCodegen(this);

    private Unit unit;

    /**
     * @param finisher turns a finished unit into a code object
     */
    public CodeGenerator(
            SymbolTable symbols, CompilationContext context, CodeHandlers handlers, UnitFinisher finisher) {
        this.symbols = symbols;
        this.context = context;
        this.handlers = handlers;
        this.finisher = finisher;
        this.imports = new ImportCodegen(this, symbols.lastFutureLine());
    }

    /** Compiles everything. */
    public CodeObject module(Mod module) {
        enter(module, Unit.Kind.MODULE, "<module>", null, 1);
        unit.startLine(1);
        boolean returnsNone = true;
        switch (module) {
            case Mod.Module file -> classes.body(file.body());
            case Mod.Interactive interactive -> {
                if (Annotations.occurIn(interactive.body())) {
                    emit(SETUP_ANNOTATIONS);
                }
                statements(interactive.body());
            }
            case Mod.Expression expression -> {
                expression(expression.body());
                returnsNone = false;
            }
            case Mod.FunctionType type -> throw new IllegalArgumentException("a function type has no code");
        }
        return leave(returnsNone);
    }

    // Units

    void enter(Node node, Unit.Kind kind, String name, String className, int firstLine) {
        String privateClass = className != null ? className : unit == null ? null : unit.className;
        unit = new Unit(unit, symbols.scopeOf(node), kind, name, privateClass, firstLine);
        unit.range = null;
    }

    /** Finishes the unit on top: adds the implicit return, and makes the code object. */
    CodeObject leave(boolean returnsNone) {
        if (!unit.returns) {
            unit.range = null;
            if (returnsNone) {
                loadConstant(SpecialConstant.NONE);
            }
            emit(RETURN_VALUE);
        }
        CodeObject code = finisher.finish(unit, codeFlags());
        unit = unit.parent;
        return code;
    }

    Unit unit() {
        return unit;
    }

    private int codeFlags() {
        Scope scope = unit.scope;
        int flags = 0;
        if (unit.isFunction()) {
            flags |= CodeFlags.NEWLOCALS | CodeFlags.OPTIMIZED;
            boolean generator = scope.is(Scope.Flag.GENERATOR);
            boolean coroutine = scope.is(Scope.Flag.COROUTINE);
            flags |= scope.is(Scope.Flag.NESTED) ? CodeFlags.NESTED : 0;
            flags |= generator && !coroutine ? CodeFlags.GENERATOR : 0;
            flags |= coroutine && !generator ? CodeFlags.COROUTINE : 0;
            flags |= coroutine && generator ? CodeFlags.ASYNC_GENERATOR : 0;
            flags |= scope.is(Scope.Flag.VARARGS) ? CodeFlags.VARARGS : 0;
            flags |= scope.is(Scope.Flag.VARKEYWORDS) ? CodeFlags.VARKEYWORDS : 0;
        } else if (allowsTopLevelAwait() && unit.coroutine && !scope.is(Scope.Flag.GENERATOR)) {
            flags |= CodeFlags.COROUTINE;
        }
        return flags | FutureFlags.of(symbols.futures());
    }

    /** Whether {@code await} may stand outside a function here. */
    boolean allowsTopLevelAwait() {
        return context.has(CompilationContext.TOP_LEVEL_AWAIT) && unit.scope.type() == Scope.Type.MODULE;
    }

    CompilationContext context() {
        return context;
    }

    Set<String> futures() {
        return symbols.futures();
    }

    boolean annotationsAreStrings() {
        return symbols.futures().contains("annotations");
    }

    /** Whether a name is bound by an import at module level. */
    boolean isImported(String name) {
        var symbol = symbols.top().symbol(name);
        return symbol != null && symbol.has(org.pyvm.symtable.Symbol.DEF_IMPORT);
    }

    /** Whether values of expression statements are shown: in the module's own statements of an interactive session. */
    boolean showsValues() {
        return context.mode() == CompilationContext.Mode.SINGLE && unit.parent == null;
    }

    // Emitting

    @Override
    public void emit(int opcode) {
        add(opcode, 0, null);
    }

    @Override
    public void emit(int opcode, int argument) {
        add(opcode, argument, null);
    }

    @Override
    public void emitJump(int opcode, BasicBlock target) {
        if (unit.dead == 0) {
            target.setJumpTarget();
            add(opcode, 0, target);
        }
    }

    @Override
    public void emit(String opcode, int argument) {
        emit(finisher.number(opcode), argument);
    }

    @Override
    public void emitJump(String opcode, BasicBlock target) {
        emitJump(finisher.number(opcode), target);
    }

    private void add(int opcode, int argument, BasicBlock target) {
        if (unit.dead == 0) {
            unit.append(new Instruction(opcode, argument, target, unit.range));
            unit.returns |= opcode == RETURN_VALUE;
        }
    }

    /** Keeps the line of a statement that has no code. */
    void markLine(SourceRange range) {
        if (unit.dead == 0 && range != null) {
            unit.current.instructions().add(Instruction.lineMark(range));
        }
    }

    @Override
    public BasicBlock newBlock() {
        return new BasicBlock();
    }

    @Override
    public void use(BasicBlock block) {
        if (unit.dead == 0) {
            unit.use(block);
        }
    }

    @Override
    public void loadConstant(Object value) {
        if (unit.dead == 0) {
            emit(LOAD_CONST, unit.constants.indexOf(value));
        }
    }

    @Override
    public void emitName(int opcode, String name) {
        emitRawName(opcode, unit.mangle(name));
    }

    /** Emits an instruction whose argument is a name as it stands. */
    void emitRawName(int opcode, String name) {
        if (unit.dead == 0) {
            emit(opcode, unit.names.indexOf(name));
        }
    }

    @Override
    public void name(String name, ExprContext use) {
        names.access(name, use);
    }

    void forbidDebug(String name, ExprContext use) {
        names.forbidDebug(name, use);
    }

    @Override
    public void at(SourceRange range) {
        unit.range = range;
    }

    // Frame blocks

    void pushBlock(FrameBlocks.Kind kind, BasicBlock top) {
        pushBlock(kind, top, null);
    }

    void pushBlock(FrameBlocks.Kind kind, BasicBlock top, FinallyExits exits) {
        if (!unit.frameBlocks.push(kind, top, exits)) {
            throw error("too many statically nested blocks");
        }
    }

    void popBlock() {
        unit.frameBlocks.pop();
    }

    @Override
    public void enterLoop(BasicBlock top) {
        pushBlock(FrameBlocks.Kind.LOOP, top);
    }

    @Override
    public void leaveLoop() {
        popBlock();
    }

    // Errors

    /** A SyntaxError where the compiler is. */
    CompileException error(String message) {
        return error(message, unit.range);
    }

    @Override
    public CompileException error(String message, SourceRange range) {
        SourceRange place = range == null
                ? null
                : new SourceRange(range.line(), range.column() + 1, range.endLine(), range.endColumn() + 1);
        return new CompileException("SyntaxError", message, context.fileName(), place, null);
    }

    void warn(String message) {
        warn(message, unit.range);
    }

    @Override
    public void warn(String message, SourceRange range) {
        try {
            context.warnings().warn("SyntaxWarning", message, context.fileName(), range == null ? -1 : range.line());
        } catch (CompilationContext.WarningIsError raised) {
            throw error(message, range);
        }
    }

    // Nodes

    @Override
    public void statements(List<Stmt> body) {
        for (int i = 0; i < body.size(); i++) {
            statement(body.get(i));
        }
    }

    /** Looks at code that can never run, for its errors. */
    void deadStatements(List<Stmt> body) {
        unit.dead++;
        statements(body);
        unit.dead--;
    }

    @Override
    public void statement(Stmt statement) {
        unit.range = statement.range();
        unit.startLine(firstLineOf(statement));
        context.safepoint().check(unit.frameBlocks.depth());
        switch (statement) {
            case Stmt.ExprStmt node -> statements.expression(node);
            case Stmt.Assign node -> assignments.assign(node);
            case Stmt.Return node -> statements.returnStatement(node);
            case Stmt.If node -> conditions.ifStatement(node);
            case Stmt.FunctionDef node -> functions.function(node);
            case Stmt.For node -> loops.forStatement(node);
            case Stmt.AugAssign node -> assignments.augmented(node);
            case Stmt.ImportFrom node -> imports.importFrom(node);
            case Stmt.Import node -> imports.importStatement(node);
            case Stmt.Try node -> tries.tryStatement(node);
            case Stmt.Raise node -> statements.raise(node);
            case Stmt.ClassDef node -> classes.classDef(node);
            case Stmt.Pass node -> markLine(node.range());
            case Stmt.With node -> withs.with(node, 0);
            case Stmt.While node -> loops.whileStatement(node);
            case Stmt.Assert node -> statements.assertStatement(node);
            case Stmt.AnnAssign node -> assignments.annotated(node);
            case Stmt.Delete node -> node.targets().forEach(this::expression);
            case Stmt.Continue node -> loops.continueStatement();
            case Stmt.Break node -> loops.breakStatement();
            case Stmt.AsyncFunctionDef node -> functions.asyncFunction(node);
            case Stmt.AsyncFor node -> loops.asyncFor(node);
            case Stmt.AsyncWith node -> withs.asyncWith(node, 0);
            case Stmt.Match node -> matches.match(node);
            case Stmt.TryStar node -> starTries.tryStatement(node);
            case Stmt.Global node -> {} // the symbol table has seen it
            case Stmt.Nonlocal node -> {}
            case org.pyvm.ast.PluginStmt node -> handlers.generate(node, this);
        }
    }

    /** In 3.6 a decorated definition begins at its first decorator. */
    private static int firstLineOf(Stmt statement) {
        List<Expr> decorators = switch (statement) {
            case Stmt.FunctionDef node -> node.decoratorList();
            case Stmt.AsyncFunctionDef node -> node.decoratorList();
            case Stmt.ClassDef node -> node.decoratorList();
            default -> List.of();
        };
        return decorators.isEmpty()
                ? statement.range().line()
                : decorators.getFirst().range().line();
    }

    @Override
    public void expression(Expr expression) {
        SourceRange outer = unit.range;
        unit.range = expression.range();
        unit.reachLine(expression.range().line());
        switch (expression) {
            case Expr.Name node -> names.access(node.id(), node.ctx());
            case Expr.Constant node -> loadConstant(node.value());
            case Expr.Attribute node -> expressions.attribute(node);
            case Expr.Call node -> calls.call(node);
            case Expr.BinOp node -> expressions.binary(node);
            case Expr.Subscript node -> expressions.subscript(node);
            case Expr.Compare node -> conditions.compare(node);
            case Expr.Tuple node -> displays.tuple(node);
            case Expr.List node -> displays.list(node);
            case Expr.BoolOp node -> conditions.boolOp(node);
            case Expr.UnaryOp node -> expressions.unary(node);
            case Expr.Dict node -> displays.dict(node);
            case Expr.JoinedStr node -> expressions.joinedStr(node);
            case Expr.FormattedValue node -> expressions.formattedValue(node);
            case Expr.IfExp node -> conditions.ifExp(node);
            case Expr.Lambda node -> functions.lambda(node);
            case Expr.ListComp node -> comprehensions.list(node);
            case Expr.GeneratorExp node -> comprehensions.generator(node);
            case Expr.SetComp node -> comprehensions.set(node);
            case Expr.DictComp node -> comprehensions.dict(node);
            case Expr.Slice node -> expressions.slice(node);
            case Expr.Set node -> displays.set(node);
            case Expr.Yield node -> expressions.yield(node);
            case Expr.YieldFrom node -> expressions.yieldFrom(node);
            case Expr.Await node -> expressions.await(node);
            case Expr.NamedExpr node -> expressions.named(node);
            case Expr.Starred node ->
                throw error(
                        node.ctx() == ExprContext.STORE
                                ? "starred assignment target must be in a list or tuple"
                                : "can't use starred expression here");
            case org.pyvm.ast.PluginExpr node -> handlers.generate(node, this);
        }
        unit.range = outer;
    }

    void expressions(List<Expr> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            expression(nodes.get(i));
        }
    }

    @Override
    public void call(int pushed, List<Expr> arguments, List<Keyword> keywords) {
        calls.arguments(pushed, arguments, keywords);
    }

    @Override
    public void function(Node opener, String name, Arguments parameters, Runnable body) {
        functions.function(opener, Unit.Kind.FUNCTION, name, parameters, body);
    }

    @Override
    public void annotationScope(Node opener, String name, Arguments parameters, Runnable body) {
        functions.function(opener, Unit.Kind.ANNOTATION_SCOPE, name, parameters, body);
    }

    @Override
    public void definition(Stmt definition) {
        switch (definition) {
            case Stmt.FunctionDef function -> functions.value(function);
            case Stmt.AsyncFunctionDef function -> functions.value(function);
            case Stmt.ClassDef type -> classes.value(type);
            default -> throw new IllegalArgumentException(definition.nodeName() + " defines nothing");
        }
    }

    @Override
    public void jumpIf(Expr test, BasicBlock target, boolean condition) {
        conditions.jumpIf(test, target, condition);
    }

    /** Emits GET_AWAITABLE or a kin of it, and what runs the awaitable. */
    void await(int opcode, int argument) {
        emit(opcode, argument);
        loadConstant(SpecialConstant.NONE);
        emit(YIELD_FROM);
    }

    void pluginPattern(Pattern pattern) {
        handlers.generate(pattern, this);
    }

    FunctionCodegen functions() {
        return functions;
    }

    CallCodegen calls() {
        return calls;
    }

    LoopCodegen loops() {
        return loops;
    }

    DisplayCodegen displays() {
        return displays;
    }

    ConditionCodegen conditions() {
        return conditions;
    }
}
