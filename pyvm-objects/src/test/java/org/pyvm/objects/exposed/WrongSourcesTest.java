package org.pyvm.objects.exposed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the build refuses: a source file in {@code wrong} for each rule, the error in {@code wrong/expected.txt}.
 *
 * <p>A line there is {@code Name line: message}.
 */
class WrongSourcesTest {
    private static String read(String resource) throws IOException {
        try (InputStream in = WrongSourcesTest.class.getResourceAsStream("wrong/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> errors = new TreeMap<>();
        read("expected.txt").lines().forEach(line -> {
            int space = line.indexOf(' ');
            errors.put(line.substring(0, space), line.substring(space + 1));
        });
        return errors;
    }

    static Stream<String> names() throws IOException {
        return expected().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void theBuildSaysWhatIsWrong(String name) throws IOException {
        String errors = new SourceCompiler().compile("wrong." + name, read(name + ".java"));
        assertEquals(expected().get(name), errors);
    }
}
