package org.pyvm.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.runtime.Interpreter;

/**
 * Reads statements at a terminal: with editing over several lines, history, and completion by {@code rlcompleter}. Only a
 * prompt on a terminal loads this class, and with it JLine.
 */
final class LineEditor implements AutoCloseable {
    private final ThreadState thread;
    private final PyObject namespace;
    private final PromptHistory history;
    private final Terminal terminal;
    private final LineReader reader;
    private final StatementParser parser;
    private PyObject completer;

    /**
     * @param isComplete whether a text needs no more lines; called with the interpreter's lock
     * @throws IOException when the terminal cannot be set up
     */
    LineEditor(Interpreter interpreter, Host host, Predicate<String> isComplete) throws IOException {
        this.thread = interpreter.thread();
        this.namespace = interpreter.main();
        this.history = new PromptHistory(host);
        // Signals are the interpreter's: one that comes while a line is edited interrupts this thread.
        this.terminal =
                TerminalBuilder.builder().system(true).nativeSignals(false).build();
        this.parser = new StatementParser(text -> withLock(() -> isComplete.test(text)));
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("pyvm")
                .parser(parser)
                .completer((line, parsed, candidates) -> withLock(() -> complete(parsed, candidates)))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.INSERT_TAB, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .build();
        history.load().forEach(reader.getHistory()::add);
    }

    /** Something that looks at Python objects. */
    private interface Work {
        boolean run();
    }

    private boolean withLock(Work work) {
        InterpreterLock lock = thread.interpreter().lock();
        lock.acquire();
        try {
            return work.run();
        } finally {
            lock.release();
        }
    }

    /**
     * The next statement, which may have several lines; null at the end of the input.
     *
     * @throws PyErr KeyboardInterrupt, or what the handler of a signal raises
     */
    String read(String prompt, String continuation) {
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, continuation.replace("%", "%%"));
        boolean[] interrupted = {false};
        String text = Blocking.orFail(thread, () -> {
            try {
                return reader.readLine(prompt);
            } catch (UserInterruptException e) {
                interrupted[0] = true;
                return null;
            } catch (EndOfFileException e) {
                return null;
            }
        });
        if (interrupted[0]) {
            // Ctrl-C is a key while a line is edited: no signal comes, unless it comes from elsewhere.
            Blocking.handleSignals(thread);
            throw PyErr.of(Exceptions.KEYBOARD_INTERRUPT);
        }
        if (text != null && !text.isBlank()) {
            history.append(text);
        }
        return text;
    }

    private boolean complete(ParsedLine parsed, List<Candidate> candidates) {
        String word = parsed.word();
        if (word.isEmpty()) {
            return false;
        }
        try {
            for (int state = 0; ; state++) {
                PyObject match = Calls.callMethod(
                        thread, completer(), PyStr.intern("complete"), PyStr.of(word), PyInt.of(state));
                if (match == Singletons.NONE) {
                    return state > 0;
                }
                String text = match.toString();
                candidates.add(new Candidate(text, text, null, null, null, null, false));
            }
        } catch (PyErr e) {
            // As readline does: what fails completes nothing.
            return false;
        }
    }

    private PyObject completer() {
        if (completer == null) {
            PyObject module = org.pyvm.modules.imports.Importing.importModule(
                    thread, PyStr.of("rlcompleter"), Singletons.NONE, Singletons.NONE, 0);
            completer = Calls.call(thread, Attributes.get(thread, module, "Completer"), namespace);
        }
        return completer;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
