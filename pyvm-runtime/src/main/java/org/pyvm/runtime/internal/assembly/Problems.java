package org.pyvm.runtime.internal.assembly;

import java.util.LinkedHashSet;
import java.util.Set;
import org.pyvm.compiler.AssemblyException;

/** Everything that keeps plugins from being put together, so that it can be told in one go. */
final class Problems {
    private final Set<String> found = new LinkedHashSet<>();

    void add(Origin origin, String problem) {
        found.add(origin + ": " + problem);
    }

    /** Two plugins want the same thing. */
    void clash(Origin first, Origin second, String what) {
        found.add(first + " and " + second + ": " + what);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws AssemblyException when there are any */
    void report() {
        if (!found.isEmpty()) {
            throw new AssemblyException("plugins cannot be put together\n  " + String.join("\n  ", found));
        }
    }
}
