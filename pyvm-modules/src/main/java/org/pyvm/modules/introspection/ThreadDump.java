package org.pyvm.modules.introspection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;

/** The stacks of threads as {@code faulthandler} shows them: innermost call first, no source, no Python code run. */
final class ThreadDump {
    private static final int MOST_FRAMES = 100;
    private static final int MOST_CHARACTERS = 500;

    private ThreadDump() {}

    /** All threads, the youngest first. @param current the one that is marked, or null */
    static String all(InterpreterState interpreter, ThreadState current) {
        StringBuilder text = new StringBuilder();
        List<ThreadState> threads = interpreter.threads();
        for (int i = threads.size() - 1; i >= 0; i--) {
            ThreadState thread = threads.get(i);
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(thread == current ? "Current thread 0x" : "Thread 0x")
                    .append(String.format("%016x", thread.id()))
                    .append(" (most recent call first):\n");
            frames(text, thread);
        }
        return text.toString();
    }

    static String one(ThreadState thread) {
        StringBuilder text = new StringBuilder("Stack (most recent call first):\n");
        frames(text, thread);
        return text.toString();
    }

    private static void frames(StringBuilder text, ThreadState thread) {
        PyFrame frame = thread.frame;
        if (frame == null) {
            text.append("  <no Python frame>\n");
        }
        for (int depth = 0; frame != null; depth++, frame = frame.back()) {
            if (depth == MOST_FRAMES) {
                text.append("  ...\n");
                return;
            }
            text.append("  File \"")
                    .append(ascii(frame.code().code().fileName()))
                    .append("\", line ")
                    .append(frame.line())
                    .append(" in ")
                    .append(ascii(frame.code().code().name()))
                    .append('\n');
        }
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(MOST_CHARACTERS).forEach(c -> {
            if (c >= ' ' && c < 127) {
                out.append((char) c);
            } else {
                out.append(String.format(c < 256 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
            }
        });
        return text.codePointCount(0, text.length()) > MOST_CHARACTERS ? out + "..." : out.toString();
    }

    static String timeoutHeader(long micros) {
        long seconds = micros / 1_000_000;
        String clock = String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return "Timeout (" + clock + (micros % 1_000_000 == 0 ? "" : String.format(".%06d", micros % 1_000_000))
                + ")!\n";
    }

    static void write(Host host, int fd, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        try {
            OpenFile file = host.descriptors().get(fd);
            for (int done = 0; done < bytes.length; ) {
                done += file.write(bytes, done, bytes.length - done);
            }
        } catch (HostException e) {
            // There is nowhere left to complain.
            return;
        }
    }
}
