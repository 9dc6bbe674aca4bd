package org.pyvm.cli;

/** The {@code pyvm} command: a drop-in {@code python3}. */
public final class Main {
    /** Bytes of Java stack for Python code; reserved, not committed. */
    private static final long STACK_SIZE = 1L << 30;

    private Main() {}

    /** @param args as {@code python3} takes them */
    public static void main(String[] args) throws InterruptedException {
        CommandLine commandLine = new CommandLine(args);
        Thread thread = new Thread(null, commandLine::run, "MainThread", STACK_SIZE);
        thread.start();
        thread.join();
    }
}
