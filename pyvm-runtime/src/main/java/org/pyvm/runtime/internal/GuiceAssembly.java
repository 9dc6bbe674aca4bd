package org.pyvm.runtime.internal;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.TypeLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.objects.exposed.BuiltinModuleIndex;
import org.pyvm.runtime.MachineParts;
import org.pyvm.runtime.PyvmException;
import org.pyvm.runtime.PyvmPlugin;

/** Puts the parts together when plugins are present. */
public final class GuiceAssembly {
    static {
        // Guice's generated classes use Unsafe, of which the JDK warns; they serve speed that nothing here needs.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
    }

    private GuiceAssembly() {}

    /** @throws PyvmException with every problem that Guice finds */
    public static MachineParts assemble(
            List<PyvmPlugin> plugins, String strategy, List<BuiltinModuleIndex> ownModules) {
        List<Module> modules = new ArrayList<>();
        modules.add(new StagesModule());
        modules.addAll(plugins);
        try {
            Injector injector = Guice.createInjector(modules);
            Map<String, EvaluationStrategy> strategies =
                    injector.getInstance(Key.get(new TypeLiteral<Map<String, EvaluationStrategy>>() {}));
            EvaluationStrategy chosen = strategies.get(strategy);
            if (chosen == null) {
                throw new PyvmException("no evaluation strategy named '" + strategy + "'; there are "
                        + String.join(", ", strategies.keySet()));
            }
            List<BuiltinModuleIndex> indexes =
                    new ArrayList<>(injector.getInstance(Key.get(new TypeLiteral<Set<BuiltinModuleIndex>>() {})));
            indexes.addAll(ownModules);
            return new MachineParts(injector.getInstance(FrontEnd.class), chosen, List.copyOf(indexes));
        } catch (CreationException | ProvisionException e) {
            throw new PyvmException(e.getMessage());
        }
    }
}
