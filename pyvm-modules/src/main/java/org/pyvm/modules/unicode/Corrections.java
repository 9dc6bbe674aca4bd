package org.pyvm.modules.unicode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Properties that a version of Unicode has otherwise than ICU, from the resource {@code corrections.txt}. Its lines hold the
 * version, the property, the first and the last code point in hexadecimal, and the value, which is empty for none.
 */
final class Corrections {
    private record Range(int last, String value) {}

    private final Map<String, TreeMap<Integer, Range>> ranges = new HashMap<>();

    Corrections(String version) {
        try (var in = Corrections.class.getResourceAsStream("corrections.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line; (line = reader.readLine()) != null; ) {
                String[] fields = line.split(";", -1);
                if (fields[0].equals(version)) {
                    ranges.computeIfAbsent(fields[1], property -> new TreeMap<>())
                            .put(
                                    Integer.parseInt(fields[2], 16),
                                    new Range(Integer.parseInt(fields[3], 16), fields[4]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The corrected value, or null where ICU is right. */
    String find(String property, int codePoint) {
        TreeMap<Integer, Range> ofProperty = ranges.get(property);
        if (ofProperty == null) {
            return null;
        }
        var entry = ofProperty.floorEntry(codePoint);
        return entry == null || entry.getValue().last < codePoint ? null : entry.getValue().value;
    }
}
