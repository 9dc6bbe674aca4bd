package org.pyvm.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.runtime.internal.GuiceAssembly;

/**
 * The parts that a machine is assembled from. Without plugins plain constructors put them together, since an injector
 * costs a tenth of a second; with plugins Guice does. A test keeps both equal.
 *
 * @param modules indexes of built-in modules; of two with a module of one name the first wins
 */
public record MachineParts(FrontEnd frontEnd, EvaluationStrategy strategy, List<BuiltinModuleIndex> modules) {
    /** Python's own parts. @param strategy by name */
    public static MachineParts python(String strategy) {
        return new MachineParts(FrontEnd.python(), strategy(strategy), ownModules());
    }

    /**
     * Parts to which plugins contribute.
     *
     * @throws PyvmException with every problem of the plugins
     */
    public static MachineParts with(List<PyvmPlugin> plugins, String strategy) {
        return plugins.isEmpty() ? python(strategy) : GuiceAssembly.assemble(plugins, strategy, ownModules());
    }

    /** Plugins on the class path by their names, in the order asked for. @throws PyvmException for an unknown name */
    public static List<PyvmPlugin> find(List<String> names) {
        List<PyvmPlugin> found = new ArrayList<>();
        if (names.isEmpty()) {
            return found;
        }
        List<PyvmPlugin> all = ServiceLoader.load(PyvmPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        for (String name : names) {
            found.add(all.stream()
                    .filter(plugin -> plugin.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new PyvmException("no plugin named '" + name + "'; there are "
                            + String.join(
                                    ", ",
                                    all.stream().map(PyvmPlugin::name).sorted().toList()))));
        }
        return found;
    }

    private static EvaluationStrategy strategy(String name) {
        if (name.equals("switch")) {
            return new SwitchStrategy();
        }
        throw new PyvmException("no evaluation strategy named '" + name + "'; there is switch");
    }

    private static List<BuiltinModuleIndex> ownModules() {
        return List.of(new org.pyvm.modules.ExposedModules());
    }
}
