package org.pyvm.compiler;

import java.util.List;
import org.pyvm.ast.Mod;
import org.pyvm.compiler.internal.assemble.StackAnalysis;
import org.pyvm.compiler.internal.cfg.ConstantFolding;
import org.pyvm.compiler.internal.cfg.DeadCode;
import org.pyvm.compiler.internal.cfg.JumpThreading;
import org.pyvm.compiler.internal.cfg.NotElimination;
import org.pyvm.compiler.internal.cfg.UnpackShortcut;
import org.pyvm.compiler.internal.codegen.CodeGenerator;
import org.pyvm.compiler.internal.codegen.UnitFinisher;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.tokenizer.CompilationContext;

/**
 * Python's own compiler: code generation into a control flow graph, passes over it, assembly. Which passes run, and what
 * the nodes and opcodes of plugins are, is given when it is made.
 */
public final class CfgCompiler implements Compiler {
    /** 3.6's peephole optimizer, a rule to a pass, in the order in which they must run to give its code. */
    public static final List<CfgPass> PEEPHOLE = List.of(
            new ConstantFolding(), new UnpackShortcut(), new DeadCode(), new JumpThreading(), new NotElimination());

    private final CodeHandlers handlers;
    private final List<CfgPass> passes;
    private final InstructionSet instructions;
    private final CfgObserver observer;
    /** Plugins whose code is not to be trusted; none as a rule. */
    private final List<String> emitters;

    /** For the core language, with all passes. */
    public CfgCompiler() {
        this(CodeHandlers.NONE, PEEPHOLE, InstructionSet.python(), CfgObserver.NONE);
    }

    /**
     * For the core language and plugins.
     *
     * @param handlers one for each class of plugin node that can occur
     * @param passes in the order in which they run; code without any runs as well
     * @param instructions those that handlers emit included
     * @param observer sees the graphs between the passes
     */
    public CfgCompiler(CodeHandlers handlers, List<CfgPass> passes, InstructionSet instructions, CfgObserver observer) {
        this(handlers, passes, instructions, observer, List.of());
    }

    private CfgCompiler(
            CodeHandlers handlers,
            List<CfgPass> passes,
            InstructionSet instructions,
            CfgObserver observer,
            List<String> emitters) {
        this.emitters = List.copyOf(emitters);
        this.handlers = handlers;
        this.passes = List.copyOf(passes);
        this.instructions = instructions;
        this.observer = observer;
    }

    /** The instructions that the compiler may emit. */
    public InstructionSet instructions() {
        return instructions;
    }

    /** The same compiler with someone looking on. */
    public CfgCompiler observedBy(CfgObserver other) {
        return new CfgCompiler(handlers, passes, instructions, other, emitters);
    }

    /**
     * The same compiler, which looks its code through before it gives it away.
     *
     * @param plugins whose handlers, passes and opcodes may be at fault; named in the {@link AssemblyException} that
     *     {@link #compile} then throws
     */
    public CfgCompiler verifying(List<String> plugins) {
        return new CfgCompiler(handlers, passes, instructions, observer, plugins);
    }

    @Override
    public CodeObject compile(Mod module, SymbolTable symbols, CompilationContext context) {
        UnitFinisher finisher = new UnitFinisher(passes, instructions, observer, context);
        CodeObject code;
        try {
            code = new CodeGenerator(symbols, context, handlers, finisher).module(module);
        } catch (StackAnalysis.Unsound unsound) {
            // Our own code is tested not to be; a plugin's may be anything.
            throw unsound(context.fileName() + ": " + unsound.getMessage());
        }
        List<String> problems = emitters.isEmpty() ? List.of() : new CodeVerifier(instructions).problems(code);
        if (!problems.isEmpty()) {
            throw unsound(String.join("\n  ", problems));
        }
        return code;
    }

    private AssemblyException unsound(String problems) {
        return new AssemblyException("code that a plugin (" + String.join(", ", emitters)
                + ") has emitted or changed cannot run\n  " + problems);
    }
}
