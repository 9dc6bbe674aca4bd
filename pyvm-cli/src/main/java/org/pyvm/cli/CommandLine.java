package org.pyvm.cli;

import java.util.List;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.eval.strategy.switched.SwitchStrategy;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.SystemHost;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.Configuration;
import org.pyvm.runtime.internal.Startup;
import org.pyvm.tokenizer.CompilationContext.Mode;

/** Reads the command line and runs what it names. */
final class CommandLine {
    private final String[] args;

    CommandLine(String[] args) {
        this.args = args;
    }

    void run() {
        Configuration configuration = new Configuration();
        configuration.home = System.getProperty("pyvm.home");
        try {
            ThreadState thread = Startup.start(
                    configuration,
                    SystemHost.withOwnStreams(),
                    FrontEnd.python(),
                    new SwitchStrategy(),
                    List.of(new org.pyvm.modules.ExposedModules()));
            PyModule main = new PyModule();
            PyDict dict = main.dict();
            dict.put(Names.NAME, PyStr.of("__main__"));
            thread.interpreter().modules.put("__main__", main);
            dict.put(Names.BUILTINS, thread.interpreter().modules.get("builtins"));
            Compilation.run(
                    thread,
                    Compilation.code(thread, args[1], Compilation.context(thread, "<string>", Mode.FILE, 0, -1)),
                    dict,
                    dict,
                    null);
        } catch (PyErr e) {
            System.err.println(e.value().type().name() + ": " + e.value().args().itemsUnsafe().length);
            for (var a : e.value().args().itemsUnsafe()) System.err.println("   " + a);
            for (var tb = e.value().traceback(); tb != null; tb = tb.next())
                System.err.println("  " + tb.frame().code().fileName() + ":" + tb.line() + " "
                        + tb.frame().code().name());
            e.printStackTrace();
        }
    }
}
