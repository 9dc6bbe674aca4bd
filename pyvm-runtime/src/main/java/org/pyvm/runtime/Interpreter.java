package org.pyvm.runtime;

import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.internal.LibraryArchive;
import org.pyvm.runtime.internal.Shutdown;
import org.pyvm.runtime.internal.Startup;
import org.pyvm.runtime.internal.UncaughtErrors;

/**
 * An interpreter on the calling thread, as a command line needs it: it runs programs as {@code __main__}, shows what they
 * do not catch, and ends as {@code python3} ends. To be used on the thread that started it. Embedders use {@link Pyvm}.
 */
public final class Interpreter {
    /** Exit status when standard output could not be written to the end. */
    private static final int FLUSH_FAILED = 120;

    private final ThreadState thread;
    private final PyDict main;

    private Interpreter(ThreadState thread) {
        this.thread = thread;
        this.main = makeMain(thread);
    }

    /**
     * Starts an interpreter on the calling thread.
     *
     * @throws PyErr what Python code raises while starting
     */
    public static Interpreter start(Configuration configuration, Host host, MachineParts parts) {
        Interpreter interpreter = new Interpreter(Startup.start(
                configuration, host, parts, LibraryArchive.ofDistribution(host.files(), configuration.home)));
        // It makes Ctrl-C a KeyboardInterrupt.
        interpreter.importModule("_signal");
        return interpreter;
    }

    private static PyDict makeMain(ThreadState thread) {
        PyModule module = new PyModule();
        PyDict dict = module.dict();
        dict.put(Names.NAME, PyStr.intern("__main__"));
        dict.put(Names.DOC, Singletons.NONE);
        dict.put(Names.PACKAGE, Singletons.NONE);
        PyObject importlib = thread.interpreter().modules.get("_frozen_importlib");
        dict.put(
                Names.LOADER,
                importlib == null ? Singletons.NONE : Attributes.get(thread, importlib, "BuiltinImporter"));
        dict.put(Names.SPEC, Singletons.NONE);
        dict.put(Names.ANNOTATIONS, new PyDict());
        dict.put(Names.BUILTINS, thread.interpreter().modules.get("builtins"));
        thread.interpreter().modules.put("__main__", module);
        return dict;
    }

    public ThreadState thread() {
        return thread;
    }

    /** The namespace of {@code __main__}. */
    public PyDict main() {
        return main;
    }

    /** Puts a folder or archive at the front of {@code sys.path}. */
    public void prependPath(String entry) {
        if (thread.interpreter().sys.dict().get("path") instanceof PyList path) {
            path.insert(0, PyStr.of(entry));
        }
    }

    /** Imports a module and gives the outermost package. */
    public PyObject importModule(String name) {
        return Importing.importModule(thread, PyStr.of(name), Singletons.NONE, Singletons.NONE, 0);
    }

    /** Runs code in {@code __main__}. */
    public PyObject run(PyCode code) {
        return Compilation.run(thread, code, main, main, null);
    }

    /**
     * Shows an exception that nobody caught, by {@code sys.excepthook}. SystemExit is not shown but for a message.
     *
     * @param inspect whether SystemExit is shown as any other, since a prompt follows
     * @return the exit status that the exception asks for; -1 when it is one that only a prompt outlives
     */
    public int report(PyErr error, boolean inspect) {
        return UncaughtErrors.report(thread, error, inspect);
    }

    /** Writes out what {@code sys.stdout} and {@code sys.stderr} hold back; failures are not heard of. */
    public void flush() {
        for (String name : new String[] {"stderr", "stdout"}) {
            PyObject stream = thread.interpreter().sys.dict().get(name);
            if (stream != null && stream != Singletons.NONE) {
                try {
                    Calls.callMethod(thread, stream, Names.FLUSH_NAME);
                } catch (PyErr e) {
                    // A prompt goes on; the end of the interpreter tries again and tells.
                    continue;
                }
            }
        }
    }

    /**
     * Ends the interpreter: waits for threads, calls exit functions, finalizes what lives, writes out the standard streams.
     *
     * @param status the exit status so far
     * @return the exit status
     */
    public int finish(int status) {
        return Shutdown.run(thread) ? status : FLUSH_FAILED;
    }
}
