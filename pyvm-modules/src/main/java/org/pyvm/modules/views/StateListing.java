package org.pyvm.modules.views;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pyvm.eval.Frame;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.ThreadState;

/** An interpreter's state with its threads, and each thread's frames (chapter 7 of the book). */
final class StateListing {
    /** The folder whose files' frames belong to the view and not to the program. */
    private static final String VIEW = "/lib/python3.11/pyvm/";
    /** What runs the program; its frame and those below are the view's. */
    private static final String RUNNER = VIEW + "_command.py";

    private final InterpreterState interpreter;
    private final ThreadState current;

    StateListing(ThreadState current) {
        this.interpreter = current.interpreter();
        this.current = current;
    }

    private static List<PyFrame> frames(ThreadState thread) {
        List<PyFrame> frames = new ArrayList<>();
        for (PyFrame frame = thread.frame; frame != null; frame = frame.back()) {
            String file = frame.code().fileName().toString();
            if (file.endsWith(RUNNER)) {
                break;
            }
            if (file.contains(VIEW)) {
                // Called by the program.
                continue;
            }
            frames.add(frame);
        }
        return frames;
    }

    String text() {
        int count = interpreter.threads().size();
        StringBuilder out = new StringBuilder("interpreter: " + count + (count == 1 ? " thread" : " threads")
                + ", recursion limit " + interpreter.recursionLimit() + ", switch interval "
                + interpreter.lock().switchInterval() + "\n");
        for (ThreadState thread : interpreter.threads()) {
            out.append("  thread ").append(thread.id()).append(thread == current ? ", holds the lock\n" : "\n");
            for (PyFrame frame : frames(thread)) {
                out.append("    frame ")
                        .append(frame.code().qualName())
                        .append(", line ")
                        .append(frame.line())
                        .append(blocks(frame).isEmpty() ? "" : ", blocks " + String.join(" ", blocks(frame)))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static List<String> blocks(PyFrame frame) {
        return frame instanceof Frame running ? InstructionTrace.blocks(running) : List.of();
    }

    String json() {
        return "{\"recursion_limit\": " + interpreter.recursionLimit() + ", \"switch_interval\": "
                + interpreter.lock().switchInterval() + ", \"threads\": "
                + interpreter.threads().stream().map(this::json).collect(Collectors.joining(",\n ", "[\n ", "]"))
                + "}\n";
    }

    private String json(ThreadState thread) {
        return "{\"id\": " + thread.id() + ", \"holds_lock\": " + (thread == current) + ", \"tracing\": "
                + (thread.tracing != 0) + ", \"handled\": "
                + (thread.handledException() == null
                        ? "null"
                        : Json.string(thread.handledException().type().name()))
                + ", \"frames\": "
                + frames(thread).stream().map(StateListing::json).collect(Collectors.joining(",\n  ", "[\n  ", "]"))
                + "}";
    }

    private static String json(PyFrame frame) {
        return "{\"code\": " + Json.string(frame.code().qualName().toString()) + ", \"file\": "
                + Json.string(frame.code().fileName().toString()) + ", \"line\": " + frame.line() + ", \"lasti\": "
                + frame.lastInstruction() + ", \"blocks\": "
                + blocks(frame).stream().map(Json::string).collect(Collectors.joining(", ", "[", "]")) + "}";
    }
}
