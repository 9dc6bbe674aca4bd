package org.pyvm.runtime.internal.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.compiler.UnknownSyntaxException;
import org.pyvm.runtime.PyvmPlugin;

/**
 * The plugins that one interpreter can switch on: those handed to it, and those that {@code ServiceLoader} finds, which is
 * asked when a name is first looked up. Thread-safe.
 */
public final class PluginCatalog {
    private final Map<String, PyvmPlugin> given = new LinkedHashMap<>();
    private final List<ClassLoader> loaders;
    private Map<String, PyvmPlugin> found;

    /**
     * @param plugins handed over by an embedder; they go before found ones of the same name
     * @param loaders where to look for others
     */
    public PluginCatalog(List<PyvmPlugin> plugins, List<ClassLoader> loaders) {
        plugins.forEach(plugin -> given.put(plugin.name(), plugin));
        this.loaders = List.copyOf(loaders);
    }

    /** All plugins by name. @throws AssemblyException for jars that cannot be read and plugins that cannot be made */
    public synchronized Map<String, PyvmPlugin> all() {
        if (found == null) {
            Map<String, PyvmPlugin> all = new LinkedHashMap<>(given);
            List<String> problems = new ArrayList<>();
            for (ClassLoader loader : loaders) {
                find(loader, all, problems);
            }
            if (!problems.isEmpty()) {
                throw new AssemblyException("plugins cannot be loaded\n  " + String.join("\n  ", problems));
            }
            found = all;
        }
        return found;
    }

    private static void find(ClassLoader loader, Map<String, PyvmPlugin> all, List<String> problems) {
        var providers = ServiceLoader.load(PyvmPlugin.class, loader).stream().iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                PyvmPlugin plugin = providers.next().get();
                PyvmPlugin other = all.putIfAbsent(plugin.name(), plugin);
                if (other != null && other.getClass() != plugin.getClass()) {
                    problems.add("two plugins are named " + plugin.name() + ": "
                            + other.getClass().getName() + " and "
                            + plugin.getClass().getName());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(e.getMessage() + (e.getCause() == null ? "" : " (" + e.getCause() + ")"));
            }
        }
    }

    /** @throws UnknownSyntaxException when there is none */
    public PyvmPlugin get(String name) {
        PyvmPlugin plugin = given.get(name);
        if (plugin == null) {
            plugin = all().get(name);
        }
        if (plugin == null) {
            throw new UnknownSyntaxException(name);
        }
        return plugin;
    }
}
