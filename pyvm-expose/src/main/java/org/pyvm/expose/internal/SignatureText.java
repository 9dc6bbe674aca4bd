package org.pyvm.expose.internal;

import java.util.ArrayList;
import java.util.List;

/** A Python signature as an annotation spells it, taken apart. */
record SignatureText(String name, String text, String receiver, List<Param> params) {
    /** What a parameter takes. */
    enum Kind {
        POSITIONAL_ONLY,
        POSITIONAL,
        VAR_ARGS,
        KEYWORD_ONLY,
        VAR_KEYWORDS
    }

    /** @param defaultText null for a required parameter */
    record Param(String name, Kind kind, String defaultText) {
        boolean required() {
            return defaultText == null && kind != Kind.VAR_ARGS && kind != Kind.VAR_KEYWORDS;
        }

        boolean star() {
            return kind == Kind.VAR_ARGS || kind == Kind.VAR_KEYWORDS;
        }
    }

    /** What is wrong with a signature. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * Takes {@code name(parameters)} apart.
     *
     * @return null for a mere name, which says nothing about parameters
     */
    static SignatureText parse(String annotated) throws Malformed {
        int open = annotated.indexOf('(');
        if (open < 0) {
            checkName(annotated);
            return null;
        }
        if (!annotated.endsWith(")")) {
            throw new Malformed("the signature must end in ')'");
        }
        String name = annotated.substring(0, open).strip();
        if (!name.isEmpty()) {
            checkName(name);
        }
        List<String> parts = split(annotated.substring(open + 1, annotated.length() - 1));
        String receiver = null;
        if (!parts.isEmpty() && parts.getFirst().startsWith("$")) {
            receiver = parts.removeFirst();
            // A lone slash behind the receiver makes it, and nothing else, positional-only.
            if (!parts.isEmpty() && parts.getFirst().equals("/")) {
                parts.removeFirst();
            }
        }
        return new SignatureText(name, annotated.substring(open), receiver, params(parts));
    }

    private static void checkName(String name) throws Malformed {
        if (name.isEmpty() || !name.chars().allMatch(c -> Character.isJavaIdentifierPart(c))) {
            throw new Malformed("'" + name + "' is no name");
        }
    }

    private static List<Param> params(List<String> parts) throws Malformed {
        int slash = parts.indexOf("/");
        if (slash == 0) {
            throw new Malformed("nothing stands before '/'");
        }
        if (slash != parts.lastIndexOf("/")) {
            throw new Malformed("'/' stands twice");
        }
        List<Param> params = new ArrayList<>();
        Kind kind = slash >= 0 ? Kind.POSITIONAL_ONLY : Kind.POSITIONAL;
        boolean starSeen = false;
        for (String part : parts) {
            if (!params.isEmpty() && params.getLast().kind() == Kind.VAR_KEYWORDS) {
                throw new Malformed("nothing may follow '**" + params.getLast().name() + "'");
            }
            if (part.equals("/")) {
                if (starSeen) {
                    throw new Malformed("'/' must stand before '*'");
                }
                kind = Kind.POSITIONAL;
            } else if (part.startsWith("**")) {
                params.add(new Param(part.substring(2), Kind.VAR_KEYWORDS, null));
            } else if (part.startsWith("*")) {
                if (starSeen) {
                    throw new Malformed("'*' stands twice");
                }
                starSeen = true;
                kind = Kind.KEYWORD_ONLY;
                if (part.length() > 1) {
                    params.add(new Param(part.substring(1), Kind.VAR_ARGS, null));
                }
            } else {
                params.add(param(part, kind, params));
            }
        }
        for (Param param : params) {
            checkName(param.name());
        }
        return List.copyOf(params);
    }

    private static Param param(String part, Kind kind, List<Param> before) throws Malformed {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals).strip();
        String defaultText = equals < 0 ? null : part.substring(equals + 1).strip();
        if (defaultText != null && defaultText.isEmpty()) {
            throw new Malformed("'" + name + "' has an empty default");
        }
        if (!before.isEmpty()) {
            Param last = before.getLast();
            boolean sameGroup = !last.star() && (last.kind() == Kind.KEYWORD_ONLY) == (kind == Kind.KEYWORD_ONLY);
            if (sameGroup && !last.required() && defaultText == null) {
                throw new Malformed("'" + name + "' has no default but follows one that has");
            }
        }
        for (Param other : before) {
            if (other.name().equals(name)) {
                throw new Malformed("'" + name + "' stands twice");
            }
        }
        return new Param(name, kind, defaultText);
    }

    /** Splits at commas outside quotes and brackets. */
    private static List<String> split(String text) throws Malformed {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'', '"' -> i = endOfQuote(text, i);
                case '(', '[', '{', '<' -> depth++;
                case ')', ']', '}', '>' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(text.substring(start, i).strip());
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        if (depth != 0) {
            throw new Malformed("brackets do not match");
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        } else if (!parts.isEmpty()) {
            throw new Malformed("a comma ends the signature");
        }
        for (String part : parts) {
            if (part.isEmpty()) {
                throw new Malformed("a parameter is empty");
            }
        }
        return parts;
    }

    private static int endOfQuote(String text, int at) throws Malformed {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(at)) {
                return i;
            }
        }
        throw new Malformed("a quote is not closed");
    }

    boolean hasStar() {
        return params.stream().anyMatch(Param::star);
    }

    int count(Kind kind) {
        return (int) params.stream().filter(p -> p.kind() == kind).count();
    }

    int positionalOnly() {
        return count(Kind.POSITIONAL_ONLY);
    }

    int positional() {
        return positionalOnly() + count(Kind.POSITIONAL);
    }

    int requiredPositional() {
        return (int) params.stream().limit(positional()).filter(Param::required).count();
    }

    int requiredKeywords() {
        return (int) params.stream()
                .filter(p -> p.kind() == Kind.KEYWORD_ONLY && p.required())
                .count();
    }

    /** Whether it is called with exactly one argument that has no name for callers. */
    boolean takesOne() {
        return params.size() == 1
                && params.getFirst().kind() == Kind.POSITIONAL_ONLY
                && params.getFirst().required();
    }
}
