package org.pyvm.runtime.internal.assembly;

import java.util.List;
import org.pyvm.ast.Mod;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.CodeVerifier;
import org.pyvm.compiler.Compiler;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.tokenizer.CompilationContext;

/** A compiler whose code is checked before anything runs it. @param emitters names of plugins that may have got it wrong */
record VerifiedCompiler(Compiler inner, CodeVerifier verifier, List<String> emitters) implements Compiler {
    @Override
    public CodeObject compile(Mod module, SymbolTable symbols, CompilationContext context) {
        CodeObject code;
        try {
            code = inner.compile(module, symbols, context);
        } catch (AssemblyException e) {
            throw unsound(context.fileName() + ": " + e.getMessage());
        }
        List<String> problems = verifier.problems(code);
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
