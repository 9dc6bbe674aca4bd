package org.pyvm.modules.traceback;

import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.builtins.ProgramText;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;

/** Finds the lines that a traceback shows, in the files as they are now. */
public final class SourceLines {
    private SourceLines() {}

    /** A line, from 1, without its line end; null when it cannot be read. */
    public static String line(ThreadState thread, String fileName, int line) {
        if (line <= 0 || fileName.isEmpty() || fileName.startsWith("<") && fileName.endsWith(">")) {
            return null;
        }
        byte[] bytes = find(thread, fileName);
        if (bytes == null) {
            return null;
        }
        try {
            CompilationContext context = Compilation.context(thread, fileName, Mode.FILE, 0, -1);
            SourceText source = SourceDecoding.ofFile(bytes, context);
            boolean behindLast = line > source.lineCount()
                    || line == source.lineCount() && source.line(line).isEmpty();
            return behindLast ? null : source.line(line);
        } catch (CompileException | PyErr e) {
            // A file that is no Python source (any more) has no line to show.
            return null;
        }
    }

    /** A relative name may be meant from a folder of {@code sys.path}. */
    private static byte[] find(ThreadState thread, String fileName) {
        Host host = thread.interpreter().service(Host.class);
        byte[] bytes = ProgramText.read(host, fileName);
        if (bytes == null && thread.interpreter().sys.dict().get("path") instanceof PyList path) {
            String tail = fileName.substring(fileName.lastIndexOf('/') + 1);
            for (PyObject entry : path.toArray()) {
                if (bytes == null && entry instanceof PyStr folder) {
                    String prefix = folder.toString();
                    bytes = ProgramText.read(
                            host, prefix.isEmpty() || prefix.endsWith("/") ? prefix + tail : prefix + "/" + tail);
                }
            }
        }
        return bytes;
    }
}
