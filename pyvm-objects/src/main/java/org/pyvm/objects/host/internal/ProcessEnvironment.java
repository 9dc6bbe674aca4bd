package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pyvm.objects.host.Environment;

/** The variables that the process was started with. Changes reach the processes that this host starts. */
public final class ProcessEnvironment implements Environment {
    private Map<String, String> variables;

    private Map<String, String> loaded() {
        if (variables == null) {
            variables = new LinkedHashMap<>(System.getenv());
            if (variables.toString().indexOf('\uFFFD') >= 0) {
                // Java has lost bytes that are no characters to it.
                readExactly(variables);
            }
        }
        return variables;
    }

    private static void readExactly(Map<String, String> variables) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of("/proc/self/environ"));
        } catch (IOException e) {
            // Not Linux: what Java could read has to do.
            return;
        }
        variables.clear();
        for (String entry : new String(bytes, StandardCharsets.ISO_8859_1).split("\0")) {
            int equals = entry.indexOf('=', 1);
            if (equals > 0) {
                variables.put(
                        SurrogateEscape.decode(entry.substring(0, equals).getBytes(StandardCharsets.ISO_8859_1)),
                        SurrogateEscape.decode(entry.substring(equals + 1).getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
    }

    @Override
    public synchronized Map<String, String> variables() {
        return new LinkedHashMap<>(loaded());
    }

    @Override
    public synchronized String get(String name) {
        return loaded().get(name);
    }

    @Override
    public synchronized void set(String name, String value) {
        loaded().put(name, value);
    }

    @Override
    public synchronized void unset(String name) {
        loaded().remove(name);
    }
}
