package org.pyvm.runtime.internal;

import java.util.List;
import java.util.Set;
import org.pyvm.compiler.CfgPass;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.eval.PluginOpcodes;
import org.pyvm.modules.ast.PluginNodes;
import org.pyvm.modules.builtins.Compilation.SyntaxDefaults;
import org.pyvm.modules.views.PluginViews;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.runtime.MachineParts;
import org.pyvm.runtime.internal.assembly.Contribution;
import org.pyvm.runtime.internal.assembly.Contributions;
import org.pyvm.runtime.internal.assembly.FrontEndAssembly;
import org.pyvm.runtime.internal.assembly.PluginListing;

/** The front ends of one interpreter: plain Python's at once, those with plugins when a source asks for them. */
final class InterpreterFrontEnds {
    private final InterpreterState interpreter;
    private final MachineParts parts;

    private final StandardLibrary library;
    private final List<CfgPass> passes;

    private InterpreterFrontEnds(
            InterpreterState interpreter, MachineParts parts, StandardLibrary library, List<CfgPass> passes) {
        this.interpreter = interpreter;
        this.parts = parts;
        this.library = library;
        this.passes = passes;
    }

    /**
     * @param library which is plain Python, and takes the modules that plugins bring along
     * @param passes over control flow graphs
     */
    static void install(
            InterpreterState interpreter, MachineParts parts, StandardLibrary library, List<CfgPass> passes) {
        InterpreterFrontEnds own = new InterpreterFrontEnds(interpreter, parts, library, passes);
        FrontEnds frontEnds = new FrontEnds(() -> FrontEnd.python(passes), own::assemble);
        interpreter.setService(FrontEnds.class, frontEnds);
        interpreter.setService(PluginViews.class, new PluginListing(parts.catalog(), parts.plugins()));
        interpreter.setService(
                SyntaxDefaults.class, new SyntaxDefaults(parts.plugins(), file -> isLibrary(file, library.folder())));
        if (!parts.plugins().isEmpty()) {
            // What is wrong with plugins that were asked for stops the start.
            frontEnds.with(parts.plugins());
        }
    }

    private static boolean isLibrary(String file, String library) {
        return file.startsWith(library + "/")
                || file.contains("/site-packages/")
                || file.contains("/dist-packages/")
                || file.startsWith("<frozen ");
    }

    private FrontEnd assemble(Set<String> names) {
        Contributions contributions = Contributions.of(
                names.stream().sorted().map(parts.catalog()::get).toList());
        FrontEnd frontEnd = FrontEndAssembly.assemble(contributions, PluginOpcodes.of(interpreter), passes);
        contributions.of(Contribution.Modules.class).forEach(added -> library.add(added.index()));
        PluginNodes nodes = PluginNodes.of(interpreter);
        nodes.addShared(ThreadState.current());
        contributions
                .nodes()
                .forEach(node -> nodes.add(ThreadState.current(), node.origin().plugin(), node.type(), node.unparse()));
        if (interpreter.sys != null) {
            // importlib asks it before it makes a module.
            interpreter
                    .sys
                    .dict()
                    .put(
                            "builtin_module_names",
                            PyTuple.of(library.builtinNames().stream()
                                    .map(PyStr::intern)
                                    .toArray(PyObject[]::new)));
        }
        return frontEnd;
    }
}
