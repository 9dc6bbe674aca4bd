package org.pyvm.runtime.internal.assembly;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.runtime.PyvmPlugin;

/** What a set of plugins contributes, in the order of the plugins. Immutable. */
public final class Contributions {
    static {
        // Guice's generated classes use Unsafe, of which the JDK warns; they serve speed that nothing here needs.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
    }

    private final List<PyvmPlugin> plugins;
    private final List<Contribution> all;

    private Contributions(List<PyvmPlugin> plugins, List<Contribution> all) {
        this.plugins = List.copyOf(plugins);
        this.all = all;
    }

    /** @throws AssemblyException with every problem that Guice finds */
    public static Contributions of(List<PyvmPlugin> plugins) {
        if (plugins.isEmpty()) {
            return new Contributions(plugins, List.of());
        }
        List<Module> modules = new ArrayList<>();
        modules.add(binder -> Multibinder.newSetBinder(binder, Contribution.class));
        modules.addAll(plugins);
        try {
            Injector injector = Guice.createInjector(modules);
            return new Contributions(
                    plugins, List.copyOf(injector.getInstance(Key.get(new TypeLiteral<Set<Contribution>>() {}))));
        } catch (CreationException e) {
            throw new AssemblyException(e.getMessage());
        }
    }

    List<PyvmPlugin> plugins() {
        return plugins;
    }

    public List<Contribution> all() {
        return all;
    }

    /** Those of one kind. */
    public <C extends Contribution> Stream<C> of(Class<C> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The classes of nodes. */
    public Stream<Contribution.NodeClass<?>> nodes() {
        return ofAny(Contribution.NodeClass.class);
    }

    /** Those of one kind whose type parameter does not matter. */
    @SuppressWarnings("unchecked") // a contribution is what its class says, whatever the parameter
    <C extends Contribution> Stream<C> ofAny(Class<? super C> kind) {
        return all.stream().filter(kind::isInstance).map(contribution -> (C) contribution);
    }
}
