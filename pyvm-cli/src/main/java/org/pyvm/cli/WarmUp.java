package org.pyvm.cli;

import org.pyvm.compiler.FrontEnd;
import org.pyvm.objects.host.Host;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;

/**
 * Has the JVM link the front end, and what handles signals, on a thread of its own while the interpreter starts. Together
 * they take a sixth of the whole start, and the program would wait for them. The stages have no state, so nothing stays but
 * what the JVM has linked.
 */
final class WarmUp {
    /** What a program is likely to have: each kind of statement and expression costs when the first comes. */
    private static final String SOURCE = """
        import sys
        class A:
            def f(self, x=1):
                if self.x < x:
                    return x + 1
        print(A().f(2), "text")
        """;

    private WarmUp() {}

    /** Returns at once. */
    static void begin(Host host) {
        Thread thread = new Thread(() -> run(host), "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Host host) {
        host.signals().prepare();
        FrontEnd.python().compile(SOURCE, CompilationContext.of("<warm-up>", Mode.FILE));
    }
}
