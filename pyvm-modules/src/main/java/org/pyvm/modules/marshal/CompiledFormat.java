package org.pyvm.modules.marshal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** What compiled files hold. */
public final class CompiledFormat {
    /**
     * The number at the beginning of compiled files, in two bytes before CR and LF: one higher whenever the instruction set,
     * what the compiler makes of some source, or the form of code in {@code marshal} changes. CPython's are below 4000.
     */
    public static final int MAGIC = 31102;

    /** What the names of compiled files end in that importlib keeps for sources, but for the level of {@code -O}. */
    private static final Pattern CACHED = Pattern.compile("(.*)\\.pyvm-311(\\.opt-\\w+)?\\.pyc");

    private static final String FOLDER = "__pycache__";

    /** Of magic number, flags, and time and size or hash of the source. */
    private static final int HEADER = 16;

    private CompiledFormat() {}

    /** Whether a file is one that importlib keeps for a source, and makes anew when it is not there. */
    public static boolean isCached(String path) {
        return CACHED.matcher(path).matches();
    }

    /**
     * Whether a cached file would be compiled with the same plugins in the same versions today. Of files that cannot be
     * read here the answer is yes: who reads them next says what is wrong.
     *
     * @param path for which {@link #isCached} holds
     * @param prefix of all paths of such files ({@code sys.pycache_prefix}); null when they are beside their sources
     */
    public static boolean suits(ThreadState thread, byte[] file, String path, String prefix) {
        if (file.length <= HEADER || !Arrays.equals(file, 0, 4, magicBytes(), 0, 4)) {
            return true;
        }
        List<String> syntax = MarshalReader.syntax(thread, file, HEADER);
        return syntax == null || PluginCode.isCurrent(thread.interpreter(), syntax, source(path, prefix));
    }

    private static String source(String path, String prefix) {
        Matcher parts = CACHED.matcher(path);
        String bare = parts.matches() ? parts.group(1) + ".py" : path;
        if (prefix != null && bare.startsWith(prefix)) {
            return bare.substring(prefix.length());
        }
        int name = bare.lastIndexOf('/') + 1;
        String folder = bare.substring(0, name);
        return folder.endsWith(FOLDER + "/")
                ? folder.substring(0, folder.length() - FOLDER.length() - 1) + bare.substring(name)
                : bare;
    }

    /** The {@link #MAGIC} as importlib compares it. */
    public static byte[] magicBytes() {
        return new byte[] {(byte) MAGIC, (byte) (MAGIC >> 8), '\r', '\n'};
    }

    /** The bytes of a module's code. */
    public static byte[] write(ThreadState thread, PyCode code) {
        MarshalWriter writer = new MarshalWriter(thread, MarshalModule.VERSION);
        writer.write(code);
        return writer.bytes();
    }

    /**
     * The code of a module.
     *
     * @param bytes what {@link #write} gave; not to be changed afterwards
     */
    public static PyCode read(ThreadState thread, byte[] bytes) {
        PyObject value = new MarshalReader(thread, MarshalSource.of(bytes)).read();
        return (PyCode) value;
    }
}
