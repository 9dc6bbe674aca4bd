package org.pyvm.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.compiler.internal.listing.ArgumentText;
import org.pyvm.compiler.internal.listing.Json;
import org.pyvm.tokenizer.SourceRange;

/** Shows all that is in a code object, as text or JSON: its fields under CPython's names, and its instructions. */
public final class CodeDump {
    private static final int FIELD_WIDTH = 20;
    private static final List<String> FLAG_NAMES = List.of(
            "OPTIMIZED",
            "NEWLOCALS",
            "VARARGS",
            "VARKEYWORDS",
            "NESTED",
            "GENERATOR",
            "",
            "COROUTINE",
            "ITERABLE_COROUTINE",
            "ASYNC_GENERATOR");

    private final InstructionSet instructions;

    public CodeDump(InstructionSet instructions) {
        this.instructions = instructions;
    }

    /** A code object and, behind it, those nested in it. */
    public String text(CodeObject code) {
        StringBuilder out = new StringBuilder();
        text(code, out);
        return out.toString();
    }

    private void text(CodeObject code, StringBuilder out) {
        out.append(code).append('\n');
        fields(code)
                .forEach((name, value) -> out.append("    ")
                        .append(name)
                        .repeat(" ", FIELD_WIDTH - name.length())
                        .append(value)
                        .append('\n'));
        out.append(new Disassembler(instructions).list(code));
        for (CodeObject nested : nested(code)) {
            out.append('\n');
            text(nested, out);
        }
    }

    private static List<CodeObject> nested(CodeObject code) {
        return code.constants().stream()
                .filter(CodeObject.class::isInstance)
                .map(CodeObject.class::cast)
                .toList();
    }

    private static Map<String, String> fields(CodeObject code) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("co_name", code.name());
        fields.put("co_qualname", code.qualName());
        fields.put("co_filename", code.fileName());
        fields.put("co_firstlineno", String.valueOf(code.firstLine()));
        fields.put("co_argcount", String.valueOf(code.argCount()));
        fields.put("co_posonlyargcount", String.valueOf(code.posOnlyArgCount()));
        fields.put("co_kwonlyargcount", String.valueOf(code.kwOnlyArgCount()));
        fields.put("co_nlocals", String.valueOf(code.localCount()));
        fields.put("co_stacksize", String.valueOf(code.stackSize()));
        fields.put("co_flags", code.flags() + flagNames(code.flags()));
        fields.put("co_consts", repr(code.constants()));
        fields.put("co_names", reprStrings(code.names()));
        fields.put("co_varnames", reprStrings(code.varNames()));
        fields.put("co_cellvars", reprStrings(code.cellVars()));
        fields.put("co_freevars", reprStrings(code.freeVars()));
        fields.put("co_lnotab", hex(code.lineTable()));
        fields.put("co_code", hex(code.code()));
        return fields;
    }

    private static String flagNames(int flags) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < FLAG_NAMES.size(); bit++) {
            if ((flags >> bit & 1) != 0) {
                names.add(FLAG_NAMES.get(bit));
            }
        }
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private static String repr(List<?> constants) {
        List<String> texts = constants.stream().<String>map(ArgumentText::repr).toList();
        return "(" + String.join(", ", texts) + (texts.size() == 1 ? ",)" : ")");
    }

    private static String reprStrings(List<String> names) {
        return repr(names.stream().map(org.pyvm.tokenizer.CodePoints::of).toList());
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    /** One object; nested code objects are in {@code nested}. */
    public String json(CodeObject code) {
        List<String> parts = new ArrayList<>();
        fields(code).forEach((name, value) -> parts.add(Json.quote(name) + ": " + Json.quote(value)));
        parts.add("\"instructions\": [" + String.join(", ", rows(code)) + "]");
        parts.add("\"nested\": ["
                + String.join(", ", nested(code).stream().map(this::json).toList()) + "]");
        return "{" + String.join(",\n ", parts) + "}";
    }

    private List<String> rows(CodeObject code) {
        List<String> rows = new ArrayList<>();
        byte[] bytes = code.code();
        ArgumentText arguments = ArgumentText.of(code);
        int extended = 0;
        for (int offset = 0; offset + 1 < bytes.length; offset += 2) {
            Opcode opcode = instructions.opcode(bytes[offset] & 0xFF);
            int argument = extended << 8 | bytes[offset + 1] & 0xFF;
            boolean prefix = opcode != null && opcode.number() == Opcodes.EXTENDED_ARG;
            extended = prefix ? argument : 0;
            SourceRange range = code.positionAt(offset);
            String place = range == null
                    ? "null"
                    : "[" + range.line() + ", " + range.column() + ", " + range.endLine() + ", " + range.endColumn()
                            + "]";
            rows.add("{\"offset\": " + offset + ", \"opcode\": "
                    + Json.quote(opcode == null ? "?" : opcode.name()) + ", \"argument\": "
                    + (opcode != null && opcode.hasArgument() ? String.valueOf(argument) : "null") + ", \"meaning\": "
                    + Json.quote(opcode == null ? "" : arguments.of(opcode, argument)) + ", \"range\": " + place + "}");
        }
        return rows;
    }
}
