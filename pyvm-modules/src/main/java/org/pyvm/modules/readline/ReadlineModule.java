package org.pyvm.modules.readline;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Codecs;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/**
 * The module {@code readline}. It keeps what GNU readline would: a history that can be read from files and written to them, a
 * completer and its delimiters. {@code input()} does not use them: there is no line to be edited, so the line buffer is empty.
 */
@PythonModule("readline")
public final class ReadlineModule {
    @PythonConstant("_READLINE_VERSION")
    static final int VERSION = 0x802;

    @PythonConstant("_READLINE_RUNTIME_VERSION")
    static final int RUNTIME_VERSION = 0x802;

    @PythonConstant("_READLINE_LIBRARY_VERSION")
    static final String LIBRARY_VERSION = "8.2";

    @PythonConstant("__doc__")
    static final String DOC = "Importing this module enables command line editing using GNU readline.";

    private static final String UTF_8 = "utf-8";
    private static final String SURROGATES = "surrogateescape";

    private static final int FILE_MODE = 0600;
    private static final int APPEND = OpenFlags.WRITE_ONLY | OpenFlags.APPEND;
    private static final int REPLACE = OpenFlags.WRITE_ONLY | OpenFlags.CREATE | OpenFlags.TRUNCATE;

    private final List<String> history = new ArrayList<>();
    /** How many lines a history file keeps; -1 for all. */
    private int fileLimit = -1;

    private PyObject completer = Singletons.NONE;
    private String delimiters = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?";

    ReadlineModule() {}

    private static PyObject callable(String function, PyObject given) {
        if (given != Singletons.NONE && !Calls.isCallable(given)) {
            throw PyErr.typeError("%s(func): argument not callable", function);
        }
        return given;
    }

    @PythonFunction("parse_and_bind(string, /)")
    static void parseAndBind(PyStr command) {}

    @PythonFunction("get_line_buffer()")
    static String lineBuffer() {
        return "";
    }

    @PythonFunction("insert_text(string, /)")
    static void insertText(PyStr text) {}

    @PythonFunction("redisplay()")
    static void redisplay() {}

    @PythonFunction("read_init_file(filename=None, /)")
    static void readInitFile(ThreadState thread, PyObject file) {
        readLines(thread, path(thread, file, "~/.inputrc"));
    }

    @PythonFunction("get_completion_type()")
    static int completionType() {
        return 0;
    }

    @PythonFunction("get_begidx()")
    static int beginIndex() {
        return 0;
    }

    @PythonFunction("get_endidx()")
    static int endIndex() {
        return 0;
    }

    @PythonFunction("set_completion_display_matches_hook(function=None, /)")
    static void setDisplayHook(PyObject hook) {
        callable("set_completion_display_matches_hook", hook);
    }

    @PythonFunction("set_startup_hook(function=None, /)")
    static void setStartupHook(PyObject hook) {
        callable("set_startup_hook", hook);
    }

    @PythonFunction("set_pre_input_hook(function=None, /)")
    static void setPreInputHook(PyObject hook) {
        callable("set_pre_input_hook", hook);
    }

    @PythonFunction("set_auto_history(enabled, /)")
    static void setAutoHistory(boolean isEnabled) {}

    @PythonFunction("set_completer(function=None, /)")
    void setCompleter(PyObject function) {
        completer = callable("set_completer", function);
    }

    @PythonFunction("get_completer()")
    PyObject completer() {
        return completer;
    }

    @PythonFunction("set_completer_delims(string, /)")
    void setDelimiters(PyStr given) {
        delimiters = given.toString();
    }

    @PythonFunction("get_completer_delims()")
    String delimiters() {
        return delimiters;
    }

    @PythonFunction("add_history(string, /)")
    void add(PyObject line) {
        if (!(line instanceof PyStr text)) {
            throw PyErr.typeError("bad argument type for built-in operation");
        }
        history.add(text.toString());
    }

    @PythonFunction("clear_history()")
    void clear() {
        history.clear();
    }

    @PythonFunction("get_current_history_length()")
    int size() {
        return history.size();
    }

    /** Counts from 1. */
    @PythonFunction("get_history_item(index, /)")
    PyObject item(int index) {
        return index >= 1 && index <= history.size() ? PyStr.of(history.get(index - 1)) : Singletons.NONE;
    }

    private void check(int position) {
        if (position < 0) {
            throw PyErr.valueError("History index cannot be negative");
        }
        if (position >= history.size()) {
            throw PyErr.valueError("No history item at position %d", position);
        }
    }

    @PythonFunction("remove_history_item(pos, /)")
    void remove(int position) {
        check(position);
        history.remove(position);
    }

    @PythonFunction("replace_history_item(pos, line, /)")
    void replace(int position, PyStr line) {
        check(position);
        history.set(position, line.toString());
    }

    @PythonFunction("set_history_length(length, /)")
    void setFileLimit(int length) {
        fileLimit = length;
    }

    @PythonFunction("get_history_length()")
    int fileLimit() {
        return fileLimit;
    }

    @PythonFunction("read_history_file(filename=None, /)")
    void read(ThreadState thread, PyObject file) {
        history.addAll(readLines(thread, path(thread, file, "~/.history")));
    }

    @PythonFunction("write_history_file(filename=None, /)")
    void write(ThreadState thread, PyObject file) {
        String path = path(thread, file, "~/.history");
        writeLines(thread, path, REPLACE, last(history, fileLimit < 0 ? history.size() : fileLimit));
    }

    @PythonFunction("append_history_file(nelements, filename=None, /)")
    void append(ThreadState thread, int count, PyObject file) {
        String path = path(thread, file, "~/.history");
        writeLines(thread, path, APPEND, last(history, count));
        if (fileLimit >= 0) {
            writeLines(thread, path, REPLACE, last(readLines(thread, path), fileLimit));
        }
    }

    private static List<String> last(List<String> lines, int count) {
        return lines.subList(Math.max(0, lines.size() - Math.max(0, count)), lines.size());
    }

    private static String path(ThreadState thread, PyObject file, String otherwise) {
        if (file != Singletons.NONE) {
            PyObject path = FileSystemPaths.fsPath(thread, file);
            return path instanceof PyBytes bytes
                    ? FileSystemPaths.toHost(bytes.bytesUnsafe())
                    : FileSystemPaths.toHost((PyStr) path);
        }
        String home = thread.interpreter().service(Host.class).environment().get("HOME");
        return home == null ? otherwise.substring(2) : home + otherwise.substring(1);
    }

    private static List<String> readLines(ThreadState thread, String path) {
        try {
            byte[] bytes = thread.interpreter().service(Host.class).files().readAll(path);
            String text = Codecs.decode(thread, bytes, UTF_8, SURROGATES).toString();
            return text.isEmpty() ? List.of() : List.of(text.split("\n"));
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }

    private static void writeLines(ThreadState thread, String path, int flags, List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append('\n');
        }
        PyObject encoded = Codecs.encode(thread, PyStr.of(text.toString()), UTF_8, SURROGATES);
        byte[] bytes = ((PyBytes) encoded).bytesUnsafe();
        try {
            OpenFile file = thread.interpreter().service(Host.class).files().open(path, flags, FILE_MODE);
            file.retain();
            try {
                for (int at = 0; at < bytes.length; ) {
                    at += file.write(bytes, at, bytes.length - at);
                }
            } finally {
                file.release();
            }
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }
}
