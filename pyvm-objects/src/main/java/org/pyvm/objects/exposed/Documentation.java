package org.pyvm.objects.exposed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/**
 * The texts of the resource {@code documentation.txt}: what {@code __doc__} answers where the annotation of a built-in type,
 * function or method has no text. Read when somebody asks, since most programs do not.
 */
public final class Documentation {
    private static final String MARK = ":: ";

    private final Map<String, String> byName = new HashMap<>();

    private Documentation() {
        try (var in = Documentation.class.getResourceAsStream("documentation.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String names = "";
            StringBuilder text = new StringBuilder();
            for (String line; (line = reader.readLine()) != null; ) {
                if (line.startsWith(MARK)) {
                    put(names, text);
                    names = line.substring(MARK.length());
                    text.setLength(0);
                } else {
                    text.append(line).append('\n');
                }
            }
            put(names, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String names, StringBuilder text) {
        String stripped = text.toString().strip();
        for (String name : names.split(" ")) {
            byName.put(name, stripped);
        }
    }

    private static Map<String, String> texts(ThreadState thread) {
        return thread.interpreter().service(Documentation.class, Documentation::new).byName;
    }

    /** The text of a module's function, or null. */
    public static String ofFunction(ThreadState thread, String module, String name) {
        return texts(thread).get(module.equals("builtins") ? name : module + "." + name);
    }

    /** The text of a built-in type, or null. */
    public static String ofType(ThreadState thread, PyType type) {
        return texts(thread).get(type.fullName());
    }

    /** The text of a method or attribute that a type has or inherits from another built-in type, or null. */
    public static String ofMember(ThreadState thread, PyType owner, String name) {
        Map<String, String> texts = texts(thread);
        for (PyType type : owner.mro()) {
            String text = type.isHeapType() ? null : texts.get(type.fullName() + "." + name);
            if (text != null) {
                return text;
            }
        }
        return name.startsWith("__") ? texts.get(name) : null;
    }
}
