package org.pyvm.symtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pyvm.tokenizer.SourceRange;

/** Shows a symbol table as text or JSON: each scope with its names, their numeric flags and where they live. */
public final class SymbolTableDump {
    private static final List<String> BITS = List.of(
            "DEF_GLOBAL",
            "DEF_LOCAL",
            "DEF_PARAM",
            "DEF_NONLOCAL",
            "USE",
            "DEF_FREE",
            "DEF_FREE_CLASS",
            "DEF_IMPORT",
            "DEF_ANNOT",
            "DEF_COMP_ITER");

    private SymbolTableDump() {}

    /** One line for each scope and symbol, nested scopes indented below the symbols of the outer. */
    public static String text(SymbolTable table) {
        StringBuilder out = new StringBuilder();
        text(table.top(), "", out);
        return out.toString();
    }

    private static void text(Scope scope, String indent, StringBuilder out) {
        out.append(indent).append(lower(scope.type())).append(' ').append(scope.name());
        SourceRange range = scope.range();
        if (range.line() > 0) {
            out.append(" at ").append(range.line()).append(':').append(range.column());
            out.append('-').append(range.endLine()).append(':').append(range.endColumn());
        }
        List<String> traits = traits(scope);
        if (!traits.isEmpty()) {
            out.append(" [").append(String.join(", ", traits)).append(']');
        }
        out.append('\n');
        String inner = indent + "    ";
        int width = scope.symbols().stream()
                .mapToInt(symbol -> symbol.name().length())
                .max()
                .orElse(0);
        for (Symbol symbol : scope.symbols()) {
            out.append(inner)
                    .append(symbol.name())
                    .repeat(" ", width - symbol.name().length());
            String line = String.format(
                    Locale.ROOT, " %6d  %-15s  %s", symbol.flags(), symbol.kind(), String.join(" | ", bits(symbol)));
            out.append(line.stripTrailing()).append('\n');
        }
        for (Scope child : scope.children()) {
            text(child, inner, out);
        }
    }

    /** One object for the module; {@code children} nest. */
    public static String json(SymbolTable table) {
        StringBuilder out = new StringBuilder();
        json(table.top(), "", out);
        return out.append('\n').toString();
    }

    private static void json(Scope scope, String indent, StringBuilder out) {
        String inner = indent + "  ";
        SourceRange range = scope.range();
        out.append("{\n").append(inner).append("\"type\": ").append(quote(lower(scope.type())));
        out.append(",\n").append(inner).append("\"name\": ").append(quote(scope.name()));
        out.append(",\n")
                .append(inner)
                .append("\"range\": [")
                .append(range.line())
                .append(", ");
        out.append(range.column()).append(", ").append(range.endLine()).append(", ");
        out.append(range.endColumn()).append(']');
        out.append(",\n").append(inner).append("\"flags\": ").append(quoteAll(traits(scope)));
        out.append(",\n").append(inner).append("\"varnames\": ").append(quoteAll(scope.varNames()));
        out.append(",\n").append(inner).append("\"symbols\": ");
        List<String> symbols = new ArrayList<>();
        for (Symbol symbol : scope.symbols()) {
            symbols.add("{\"name\": " + quote(symbol.name()) + ", \"flags\": " + symbol.flags() + ", \"scope\": "
                    + quote(symbol.kind().name()) + ", \"bits\": " + quoteAll(bits(symbol)) + "}");
        }
        String separator = ",\n" + inner + "  ";
        out.append(
                symbols.isEmpty()
                        ? "[]"
                        : symbols.stream()
                                .collect(Collectors.joining(separator, "[\n" + inner + "  ", "\n" + inner + "]")));
        out.append(",\n").append(inner).append("\"children\": [");
        String comma = "";
        for (Scope child : scope.children()) {
            out.append(comma);
            json(child, inner, out);
            comma = ", ";
        }
        out.append("]\n").append(indent).append('}');
    }

    private static List<String> traits(Scope scope) {
        List<String> traits = new ArrayList<>();
        if (scope.comprehension() != Scope.Comprehension.NONE) {
            traits.add(lower(scope.comprehension()) + "_comprehension");
        }
        for (Scope.Flag flag : scope.flags()) {
            traits.add(lower(flag));
        }
        return traits;
    }

    private static List<String> bits(Symbol symbol) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < BITS.size(); bit++) {
            if (symbol.has(1 << bit)) {
                names.add(BITS.get(bit));
            }
        }
        return names;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String quoteAll(List<String> texts) {
        return texts.stream().map(SymbolTableDump::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Identifiers need no escapes, but what a plugin names may. */
    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
