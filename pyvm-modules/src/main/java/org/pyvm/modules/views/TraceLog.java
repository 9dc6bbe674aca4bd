package org.pyvm.modules.views;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.eval.Frame;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyStr;

/** Where the traces of a run go: a Python file, as lines of text or as a JSON object a line. */
final class TraceLog {
    private final PyObject file;
    private final boolean json;
    private final String program;

    /**
     * @param file open for text
     * @param program name of the source file whose code is traced; null for all code
     */
    TraceLog(PyObject file, boolean json, String program) {
        this.file = file;
        this.json = json;
        this.program = program;
    }

    boolean wants(Frame frame) {
        return frame != null
                && (program == null || frame.code().fileName().toString().equals(program));
    }

    /** A field of the JSON form. */
    record Field(String name, Object value) {}

    static Field field(String name, Object value) {
        return new Field(name, value);
    }

    /** @param text the line @param event its kind in the JSON form, before the fields */
    void tell(ThreadState thread, String text, String event, Field... fields) {
        String line = text;
        if (json) {
            List<String> members = new ArrayList<>();
            members.add("\"event\": " + Json.string(event));
            for (Field field : fields) {
                members.add(Json.string(field.name()) + ": " + value(field.value()));
            }
            line = "{" + String.join(", ", members) + "}";
        }
        Calls.callMethod(thread, file, Names.WRITE_NAME, PyStr.of(line + "\n"));
    }

    private static String value(Object value) {
        return switch (value) {
            case null -> "null";
            case List<?> list ->
                "[" + String.join(", ", list.stream().map(TraceLog::value).toList()) + "]";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> Json.string(value.toString());
        };
    }
}
