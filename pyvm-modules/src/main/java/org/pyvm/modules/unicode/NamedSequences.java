package org.pyvm.modules.unicode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The sequences of characters that have a name of their own, from the resource {@code named-sequences.txt}. */
final class NamedSequences {
    private final Map<String, String> byName = new HashMap<>();

    NamedSequences() {
        try (var in = NamedSequences.class.getResourceAsStream("named-sequences.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line; (line = reader.readLine()) != null; ) {
                int end = line.indexOf(';');
                StringBuilder text = new StringBuilder();
                for (String codePoint : line.substring(end + 1).split(" ")) {
                    text.appendCodePoint(Integer.parseInt(codePoint, 16));
                }
                byName.put(line.substring(0, end), text.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The characters, or null. */
    String find(String name) {
        return byName.get(name.toUpperCase(Locale.ROOT));
    }
}
