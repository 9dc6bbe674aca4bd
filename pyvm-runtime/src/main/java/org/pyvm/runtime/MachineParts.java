package org.pyvm.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.compiler.UnknownSyntaxException;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.eval.FrameHook;
import org.pyvm.eval.Instrument;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.runtime.internal.assembly.Contribution;
import org.pyvm.runtime.internal.assembly.Contributions;
import org.pyvm.runtime.internal.assembly.PluginCatalog;
import org.pyvm.runtime.internal.assembly.PythonAdditions;

/**
 * The parts that a machine is assembled from: what can be had, what is switched on, and what of that is needed from the
 * start. Front ends are put together later, when a source asks for one. Without plugins no injector is made, since that
 * costs a tenth of a second.
 *
 * @param catalog all plugins that a source may ask for
 * @param plugins names of those that are on for the code that is run directly and for the user's modules
 * @param strategy how frames are run
 * @param instruments what watches frames run
 * @param modules indexes of built-in modules; of two with a module of one name the first wins
 * @param additions to the namespaces of the interpreter
 */
public record MachineParts(
        PluginCatalog catalog,
        Set<String> plugins,
        EvaluationStrategy strategy,
        List<Instrument> instruments,
        List<BuiltinModuleIndex> modules,
        PythonAdditions additions) {

    /** Python's own parts; sources may ask for the plugins of the class path. @param strategy by name */
    public static MachineParts python(String strategy) {
        return with(List.of(), List.of(), strategy);
    }

    /**
     * Parts with plugins on.
     *
     * @param given plugins handed over, all of them on
     * @param names of plugins of the class path to switch on
     * @throws PyvmException for an unknown name or strategy, and with every problem of the plugins
     */
    public static MachineParts with(List<PyvmPlugin> given, List<String> names, String strategy) {
        return with(given, names, strategy, List.of());
    }

    /** As above. @param more loaders that know plugins beside those of the class path, which is the parent of each */
    public static MachineParts with(
            List<PyvmPlugin> given, List<String> names, String strategy, List<ClassLoader> more) {
        List<ClassLoader> loaders = new ArrayList<>();
        loaders.add(classPath());
        loaders.addAll(more);
        return with(new PluginCatalog(given, loaders), given, names, strategy);
    }

    /** The loader that finds the plugins of the class path. */
    public static ClassLoader classPath() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? MachineParts.class.getClassLoader() : loader;
    }

    /** As above, with a catalog made by the caller. */
    static MachineParts with(PluginCatalog catalog, List<PyvmPlugin> given, List<String> names, String strategy) {
        Set<String> on = new LinkedHashSet<>();
        List<PyvmPlugin> plugins = new ArrayList<>(given);
        given.forEach(plugin -> on.add(plugin.name()));
        try {
            for (String name : names) {
                if (on.add(name)) {
                    plugins.add(catalog.get(name));
                }
            }
            return assembled(catalog, on, Contributions.of(plugins), strategy);
        } catch (UnknownSyntaxException e) {
            throw new PyvmException("no plugin named '" + e.name() + "'; there are "
                    + String.join(", ", new TreeSet<>(catalog.all().keySet())));
        } catch (AssemblyException e) {
            throw new PyvmException(e.getMessage());
        }
    }

    private static MachineParts assembled(
            PluginCatalog catalog, Set<String> on, Contributions contributions, String strategy) {
        EvaluationStrategy chosen = Strategies.of(contributions).named(strategy);
        for (Contribution.StrategyWrapping wrapping :
                contributions.of(Contribution.StrategyWrapping.class).toList()) {
            chosen = wrapping.wrapping().apply(chosen);
            if (chosen == null) {
                throw new AssemblyException(wrapping.origin() + ": the wrapping of the strategy gives null");
            }
        }
        // The first plugin's hook is to get frames first.
        for (Contribution.Hook hook :
                contributions.of(Contribution.Hook.class).toList().reversed()) {
            chosen = FrameHook.before(chosen, hook.hook());
        }
        List<BuiltinModuleIndex> modules = new ArrayList<>();
        contributions.of(Contribution.Modules.class).forEach(added -> modules.add(added.index()));
        modules.add(new org.pyvm.modules.ExposedModules());
        List<Instrument> instruments = contributions
                .of(Contribution.Watching.class)
                .map(Contribution.Watching::instrument)
                .toList();
        return new MachineParts(
                catalog, Set.copyOf(on), chosen, instruments, List.copyOf(modules), PythonAdditions.of(contributions));
    }
}
