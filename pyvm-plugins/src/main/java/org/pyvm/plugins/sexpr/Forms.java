package org.pyvm.plugins.sexpr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pyvm.ast.Template;

/** The forms that are Python with other brackets, from {@code forms.txt}, and the operators. */
final class Forms {
    static final Map<String, Template> STATEMENTS = read("[statements]", Template::statements);
    static final Map<String, Template> EXPRESSIONS = read("[expressions]", Template::expression);

    /** What stands between operands; a name of several words is spelled with hyphens. */
    static final Map<String, String> OPERATORS = Stream.of(
                    "+ - * @ / // % ** << >> & ^ | == != < <= > >= is is-not in not-in and or".split(" "))
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> " " + name.replaceAll("(?<=.)-", " ") + " "));

    private Forms() {}

    private static Map<String, Template> read(String section, Function<String, Template> template) {
        try (InputStream in = Forms.class.getResourceAsStream("forms.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.equals(section))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("["))
                    .filter(line -> !line.isEmpty())
                    .map(line -> line.replace("\\n", "\n").split(": ", 2))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> template.apply(parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
