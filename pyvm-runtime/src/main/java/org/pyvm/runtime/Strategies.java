package org.pyvm.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pyvm.compiler.AssemblyException;
import org.pyvm.eval.EvaluationStrategy;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.strategy.adaptive.AdaptiveStrategy;
import org.pyvm.eval.strategy.chaos.ChaosStrategy;
import org.pyvm.eval.strategy.closure.ClosureStrategy;
import org.pyvm.eval.strategy.jit.JitStrategy;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.eval.strategy.table.TableStrategy;
import org.pyvm.eval.strategy.tiered.TieredStrategy;
import org.pyvm.runtime.internal.assembly.Contribution;
import org.pyvm.runtime.internal.assembly.Contributions;

/** The evaluation strategies that there are, and what {@code -X eval=} may say: a name, for some with words behind a colon. */
final class Strategies {
    private static final String CHAOS = "chaos";

    private final Map<String, Supplier<EvaluationStrategy>> known = new LinkedHashMap<>();

    private Strategies() {
        known.put("tiered", TieredStrategy::new);
        known.put("switch", SwitchStrategy::new);
        known.put("table", TableStrategy::new);
        known.put("adaptive", AdaptiveStrategy::new);
        known.put("closure", ClosureStrategy::new);
        known.put("jit", JitStrategy::new);
    }

    /** @throws AssemblyException when a plugin's strategy has a name that is taken */
    static Strategies of(Contributions contributions) {
        Strategies all = new Strategies();
        contributions.of(Contribution.Strategy.class).forEach(added -> {
            String name = added.strategy().name();
            if (name.equals(CHAOS) || all.known.putIfAbsent(name, added::strategy) != null) {
                throw new AssemblyException(added.origin() + ": there is a strategy named " + name + " already");
            }
        });
        return all;
    }

    /**
     * The strategy of a name.
     *
     * @param wanted {@code NAME}, {@code chaos} or {@code chaos:SEED}
     * @throws PyvmException when there is none
     */
    EvaluationStrategy named(String wanted) {
        if (wanted.equals(CHAOS) || wanted.startsWith(CHAOS + ":")) {
            return chaos(wanted);
        }
        Supplier<EvaluationStrategy> strategy = known.get(wanted);
        if (strategy == null) {
            throw new PyvmException("no evaluation strategy named '" + wanted + "'; there are "
                    + String.join(", ", known.keySet()) + ", " + CHAOS);
        }
        return strategy.get();
    }

    /** All strategies but the one that goes through others by itself, plugins' among them if they can go on with a frame. */
    private ChaosStrategy chaos(String wanted) {
        List<LoopStrategy> strategies = new ArrayList<>();
        known.forEach((name, maker) -> {
            if (!name.equals("tiered") && maker.get() instanceof LoopStrategy loop) {
                strategies.add(loop);
            }
        });
        return new ChaosStrategy(strategies, seed(wanted));
    }

    private static long seed(String wanted) {
        String seed = wanted.substring(Math.min(wanted.length(), CHAOS.length() + 1));
        try {
            return seed.isEmpty() ? 0 : Long.parseLong(seed);
        } catch (NumberFormatException e) {
            throw new PyvmException("the seed of chaos is no number: '" + seed + "'");
        }
    }
}
