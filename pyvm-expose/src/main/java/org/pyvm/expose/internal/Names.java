package org.pyvm.expose.internal;

/** Names of the object model's classes, which this module knows by name only. */
final class Names {
    static final String OBJECTS = "org.pyvm.objects.";
    static final String TYPES = OBJECTS + "types.";
    static final String EXPOSED = OBJECTS + "exposed.";
    static final String OBJECT = OBJECTS + "PyObject";
    static final String TYPE = OBJECTS + "PyType";
    static final String THREAD = OBJECTS + "ThreadState";
    static final String INTERPRETER = OBJECTS + "InterpreterState";
    static final String SLOTS = OBJECTS + "Slots";
    static final String SLOT_METHOD = OBJECTS + "SlotMethod";
    static final String STR = TYPES + "PyStr";
    static final String DICT = TYPES + "PyDict";
    static final String MODULE = TYPES + "PyModule";

    private Names() {}

    /** A Java string literal. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
