package org.pyvm.runtime.internal.assembly;

import org.pyvm.runtime.PyvmPlugin;

/**
 * Where a contribution is made.
 *
 * @param plugin its name
 * @param className of the plugin, in full
 * @param line of its source, or -1
 */
public record Origin(String plugin, String className, int line) {
    /** The place in a plugin's own class that is being run. */
    public static Origin here(PyvmPlugin plugin) {
        String own = plugin.getClass().getName();
        int line = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().equals(own))
                        .mapToInt(StackWalker.StackFrame::getLineNumber)
                        .findFirst()
                        .orElse(-1));
        return new Origin(plugin.name(), own, line);
    }

    /** The place in a plugin's own class that an exception came through. */
    public static Origin of(PyvmPlugin plugin, Throwable failure) {
        String own = plugin.getClass().getName();
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().equals(own)) {
                return new Origin(plugin.name(), own, element.getLineNumber());
            }
        }
        return new Origin(plugin.name(), own, -1);
    }

    @Override
    public String toString() {
        return "plugin " + plugin + " (" + className + (line < 0 ? "" : ":" + line) + ")";
    }
}
