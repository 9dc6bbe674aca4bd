package org.pyvm.modules.traceback;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyStr;

/** Where errors are shown: a Python file, or the host's descriptor 2 while there is none. */
public interface ErrorOutput {
    /** @throws PyErr what the file's {@code write} raises */
    void write(String text);

    /** Never fails. */
    void flush();

    /** A Python file; null for the descriptor. */
    static ErrorOutput to(ThreadState thread, PyObject file) {
        return file == null ? toDescriptor(thread) : new ToFile(thread, file);
    }

    /** Descriptor 2 of the host. */
    static ErrorOutput toDescriptor(ThreadState thread) {
        return new ToDescriptor(thread.interpreter().service(Host.class));
    }

    /** Writes through {@code file.write}. */
    record ToFile(ThreadState thread, PyObject file) implements ErrorOutput {
        @Override
        public void write(String text) {
            Calls.callMethod(thread, file, Names.WRITE_NAME, PyStr.of(text));
        }

        @Override
        public void flush() {
            try {
                Calls.callMethod(thread, file, Names.FLUSH_NAME);
            } catch (PyErr e) {
                // As in CPython: an object without flush() is good enough to write to.
                return;
            }
        }
    }

    /** Keeps what is written. */
    record ToText(StringBuilder text) implements ErrorOutput {
        @Override
        public void write(String more) {
            text.append(more);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }
    }

    /** Writes UTF-8. */
    record ToDescriptor(Host host) implements ErrorOutput {
        @Override
        public void write(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            try {
                OpenFile file = host.descriptors().get(2);
                for (int done = 0; done < bytes.length; ) {
                    done += file.write(bytes, done, bytes.length - done);
                }
            } catch (HostException e) {
                // A process without standard error says nothing.
                return;
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }
    }
}
