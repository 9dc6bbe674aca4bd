package org.pyvm.compiler;

/** Plugins do not go together, or one of them is wrong; the message reports every problem, one or more lines each. */
public final class AssemblyException extends RuntimeException {
    public AssemblyException(String report) {
        super(report, null, false, false);
    }
}
