package org.pyvm.modules.ast;

import java.util.Set;
import java.util.TreeSet;
import org.pyvm.ast.Mod;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;

/** What {@code compile} needs of the Python objects of a syntax tree. Stateless. */
public final class PythonAst implements Compilation.AstBridge {
    @Override
    public boolean isAst(ThreadState thread, PyObject object) {
        AstTypes types = AstTypes.orNull(thread);
        return types != null && Objects.isInstance(thread, object, types.ast());
    }

    @Override
    public PyObject parse(ThreadState thread, Object source, CompilationContext context) {
        SourceText text = source instanceof byte[] bytes
                ? SourceDecoding.ofBytes(bytes, context)
                : SourceDecoding.ofString((String) source, context);
        Mod module = thread.interpreter().service(FrontEnds.class).parse(text, context);
        return new NodesToPython(thread, AstTypes.of(thread)).convert(module);
    }

    @Override
    public CodeObject compile(ThreadState thread, PyObject ast, CompilationContext context) {
        Mod module = new NodesFromPython(thread, AstTypes.of(thread)).module(ast, context.mode());
        new TreeCheck().check(module);
        try {
            // A tree brings along the plugins that know its nodes.
            Set<String> syntax = new TreeSet<>(context.syntax());
            syntax.addAll(PluginNodes.of(thread.interpreter()).pluginsIn(module));
            return thread.interpreter().service(FrontEnds.class).compile(module, context.withSyntax(syntax));
        } catch (IllegalArgumentException e) {
            // What the compiler takes for granted beyond what is checked, such as the kind of an assignment's target.
            throw PyErr.systemError("%s", e.getMessage());
        }
    }
}
