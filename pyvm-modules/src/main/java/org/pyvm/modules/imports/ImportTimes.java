package org.pyvm.modules.imports;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;

/** {@code -X importtime}: tells on standard error how long each import takes, without and with those that it makes. */
public final class ImportTimes {
    private final Consumer<String> output;
    private boolean begun;
    private int depth;
    /** Nanoseconds of the imports made by the one under way. */
    private long nested;

    /** @param output is given lines */
    public ImportTimes(Consumer<String> output) {
        this.output = output;
    }

    /** Loads a module and tells of it. Used under the interpreter's lock. */
    PyObject timed(ThreadState thread, String name, Supplier<PyObject> load) {
        if (!begun) {
            begun = true;
            output.accept("import time: self [us] | cumulative | imported package\n");
        }
        long nestedBefore = nested;
        nested = 0;
        depth++;
        long start = now(thread);
        PyObject module;
        try {
            module = load.get();
        } finally {
            depth--;
        }
        long all = now(thread) - start;
        output.accept(String.format(
                "import time: %9d | %10d | %s%s%n", (all - nested) / 1000, all / 1000, "  ".repeat(depth), name));
        nested = nestedBefore + all;
        return module;
    }

    private static long now(ThreadState thread) {
        return thread.interpreter().service(Host.class).clock().monotonic();
    }
}
