package org.pyvm.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.traceback.ErrorOutput;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.Interpreter;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;

/** The prompt: reads a statement, runs it, shows its value, and again. */
final class Repl {
    private static final int INCOMPLETE = CompilationContext.ALLOW_INCOMPLETE | CompilationContext.DONT_IMPLY_DEDENT;

    private final Interpreter interpreter;
    private final ThreadState thread;
    private final Host host;
    private final ToIntFunction<PyErr> report;
    private final byte[] buffer = new byte[1 << 13];
    private int start;
    private int end;
    /** The syntax plugins that statements so far have asked for. */
    private Set<String> syntax = Set.of();
    /** Null when lines are read as they come. */
    private LineEditor editor;

    /** @param report shows an exception and says which exit status it asks for */
    Repl(Interpreter interpreter, Host host, ToIntFunction<PyErr> report) {
        this.interpreter = interpreter;
        this.thread = interpreter.thread();
        this.host = host;
        this.report = report;
    }

    /** Prompts until the input ends or a statement exits. @param first whether no program ran before */
    int run(boolean first, Options options) {
        if (first) {
            begin(options);
        }
        sysDefault("ps1", ">>> ");
        sysDefault("ps2", "... ");
        editor = openEditor();
        try {
            return loop();
        } finally {
            closeEditor();
        }
    }

    /** Null where there is no terminal that can do more than print. */
    private LineEditor openEditor() {
        String kind = host.environment().get("TERM");
        if (kind == null || kind.equals("dumb") || !isTerminal(0) || !isTerminal(1)) {
            return null;
        }
        try {
            return new LineEditor(interpreter, host, this::needsNoMoreLines);
        } catch (IOException | IllegalStateException e) {
            // A terminal that cannot be set up still has lines.
            return null;
        }
    }

    private boolean isTerminal(int descriptor) {
        try {
            return host.descriptors().get(descriptor).isTerminal();
        } catch (HostException e) {
            return false;
        }
    }

    private void closeEditor() {
        if (editor == null) {
            return;
        }
        try {
            editor.close();
        } catch (IOException e) {
            // The terminal is gone.
            editor = null;
        }
    }

    private int loop() {
        while (true) {
            try {
                PyCode code = readStatement();
                if (code == null) {
                    write("\n");
                    return 0;
                }
                syntax = code.code().syntax();
                interpreter.run(code);
            } catch (PyErr e) {
                int status = report.applyAsInt(e);
                if (e.matches(Exceptions.SYSTEM_EXIT)) {
                    return status;
                }
            }
            interpreter.flush();
        }
    }

    private void begin(Options options) {
        if (options.configuration.flags.quiet == 0) {
            write("Python " + CommandLine.longVersion() + " on linux\n");
            if (options.configuration.importSite) {
                write("Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n");
            }
        }
        if (options.configuration.flags.safePath == 0) {
            interpreter.prependPath("");
        }
        if (options.startupFile != null) {
            runStartup(options.startupFile);
        }
        PyObject hook = thread.interpreter().sys.dict().get("__interactivehook__");
        if (hook != null) {
            try {
                Calls.call(thread, hook);
            } catch (PyErr e) {
                write("Failed calling sys.__interactivehook__\n");
                show(e);
            }
        }
    }

    private void runStartup(String file) {
        try {
            byte[] source = host.files().readAll(file);
            CompilationContext context = Compilation.context(thread, file, Mode.FILE, 0, -1);
            interpreter.run(Compilation.mainCode(thread, source, context));
        } catch (HostException e) {
            write("Could not open PYTHONSTARTUP\n" + "FileNotFoundError: [Errno " + e.errno() + "] " + e.strerror()
                    + ": '" + file + "'\n");
        } catch (PyErr e) {
            show(e);
        }
    }

    /** Shows an exception; the exit status that it asks for is of no interest before the prompt. */
    private void show(PyErr error) {
        int ignored = report.applyAsInt(error);
        assert ignored >= -1;
    }

    private void sysDefault(String name, String value) {
        PyDict sys = thread.interpreter().sys.dict();
        if (sys.get(name) == null) {
            sys.put(name, PyStr.of(value));
        }
    }

    private String prompt(String name) {
        PyObject value = thread.interpreter().sys.dict().get(name);
        return value == null || value == Singletons.NONE
                ? ""
                : Objects.str(thread, value).toString();
    }

    private void write(String text) {
        ErrorOutput.toDescriptor(thread).write(text);
    }

    private boolean needsNoMoreLines(String source) {
        try {
            return isComplete(source);
        } catch (PyErr e) {
            // It is reported when the statement is compiled.
            return true;
        }
    }

    /** The same from the editor, which asks for more lines itself. */
    private PyCode editStatement() {
        while (true) {
            String text = editor.read(prompt("ps1"), prompt("ps2"));
            if (text == null) {
                return null;
            }
            String shown = text.strip();
            if (!shown.isEmpty() && !(shown.startsWith("#") && shown.indexOf('\n') < 0)) {
                return compile(text + "\n", 0);
            }
        }
    }

    /** The next statement, compiled; null at the end of the input. @throws PyErr SyntaxError and the like */
    private PyCode readStatement() {
        if (editor != null) {
            return editStatement();
        }
        StringBuilder source = new StringBuilder();
        while (true) {
            write(prompt(source.isEmpty() ? "ps1" : "ps2"));
            String line = readLine();
            if (line == null) {
                if (source.isEmpty()) {
                    return null;
                }
                write("\n");
                return compile(source + "\n", 0);
            }
            if (source.isEmpty() && (line.isBlank() || line.stripLeading().startsWith("#"))) {
                continue;
            }
            if (!source.isEmpty()) {
                source.append('\n');
            }
            source.append(line);
            if (isComplete(source.toString())) {
                return compile(source + "\n", 0);
            }
        }
    }

    /** As {@code codeop} finds out: what compiles is complete, and so is what no more lines could save. */
    private boolean isComplete(String source) {
        try {
            compile(source, INCOMPLETE);
            return true;
        } catch (PyErr e) {
            if (!e.matches(Exceptions.SYNTAX_ERROR)) {
                throw e;
            }
        }
        try {
            compile(source + "\n", INCOMPLETE);
            return false;
        } catch (PyErr e) {
            return !e.matches(Exceptions.SYNTAX_ERROR)
                    || !Objects.str(thread, e.value()).toString().contains("incomplete input");
        }
    }

    private PyCode compile(String source, int flags) {
        CompilationContext context = Compilation.context(thread, "<stdin>", Mode.SINGLE, flags, -1);
        return Compilation.mainCode(thread, source, context.withSyntax(syntax));
    }

    /** A line without its end; null at the end of the input. */
    private String readLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (start == end && !fill()) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            }
            byte next = buffer[start++];
            if (next == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            line.write(next);
        }
    }

    private boolean fill() {
        try {
            int count = org.pyvm.modules.Blocking.orFail(
                    thread, () -> host.descriptors().get(0).read(buffer, 0, buffer.length));
            start = 0;
            end = Math.max(0, count);
            return count > 0;
        } catch (HostException e) {
            return false;
        }
    }
}
