package org.pyvm.expose.internal;

/** Lines of generated code, indented by their braces. */
final class SourceWriter {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    SourceWriter line(String text) {
        if (text.startsWith("}")) {
            depth--;
        }
        if (!text.isEmpty()) {
            out.repeat("    ", depth).append(text);
        }
        out.append('\n');
        if (text.endsWith("{")) {
            depth++;
        }
        return this;
    }

    SourceWriter override(String declaration) {
        line("");
        line("@Override");
        return line(declaration + " {");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
