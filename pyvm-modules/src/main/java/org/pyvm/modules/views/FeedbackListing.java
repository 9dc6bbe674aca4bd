package org.pyvm.modules.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.eval.feedback.CodeFeedback;
import org.pyvm.eval.feedback.Place;
import org.pyvm.eval.feedback.Seen;
import org.pyvm.objects.PyType;

/** What code has seen: a table by instruction, the source with remarks, or JSON. */
final class FeedbackListing {
    /** An instruction that has run. */
    private record Row(int offset, int line, Opcode opcode, Place place) {
        /** What a reader wants to know of it; empty when it tells nothing. */
        String remark() {
            StringJoiner parts = new StringJoiner("; ");
            if (!place.operands().isEmpty()) {
                StringJoiner types = new StringJoiner(", ");
                place.operands().forEach(seen -> types.add(kinds(seen)));
                parts.add(types.toString());
            }
            if (!place.targets().entries().isEmpty()) {
                StringJoiner targets = new StringJoiner(" | ");
                place.targets()
                        .entries()
                        .forEach(entry -> targets.add(counted(entry.what().name(), entry, place.targets())));
                parts.add("calls " + targets + more(place.targets()));
            }
            if (opcode.jumpsOnNull()) {
                parts.add((place.runs() - place.jumps()) + " rounds of " + place.jumps() + " loops");
            } else if (opcode.isConditionalJump()) {
                parts.add("jumps " + place.jumps() + " of " + place.runs());
            }
            return parts.toString();
        }

        private static String kinds(Seen<PyType> seen) {
            StringJoiner kinds = new StringJoiner(" | ");
            seen.entries().forEach(entry -> kinds.add(counted(entry.what().name(), entry, seen)));
            return kinds + more(seen);
        }

        private static <T> String counted(String name, Seen.Entry<T> entry, Seen<T> seen) {
            return seen.only() != null ? name : name + " " + entry.count();
        }

        private static String more(Seen<?> seen) {
            return seen.others() == 0 ? "" : " | others " + seen.others();
        }
    }

    private final List<CodeFeedback> all;

    FeedbackListing(List<CodeFeedback> all) {
        this.all = all;
    }

    private static List<Row> rows(CodeFeedback feedback) {
        List<Row> rows = new ArrayList<>();
        CodeObject code = feedback.code();
        for (int offset = 0; offset < code.code().length; offset += 2) {
            Place place = feedback.at(offset);
            Opcode opcode = InstructionSet.python().opcode(code.code()[offset] & 0xFF);
            if (place != null && opcode != null) {
                rows.add(new Row(offset, code.lineAt(offset), opcode, place));
            }
        }
        return rows;
    }

    /** Instructions with something to tell, by code object. */
    String table() {
        StringBuilder out = new StringBuilder();
        for (CodeFeedback feedback : all) {
            out.append(String.format(
                    "%s, line %d: entered %d times%n",
                    feedback.code().qualName(), feedback.code().firstLine(), feedback.entries()));
            for (Row row : rows(feedback)) {
                if (!row.remark().isEmpty()) {
                    out.append(String.format(
                            "%5d %6d %-20s %9d  %s%n",
                            row.line, row.offset, row.opcode.name(), row.place.runs(), row.remark()));
                }
            }
        }
        return out.toString();
    }

    /** Each line of the source behind the number of times that it ran, with what its instructions have seen below. */
    String source(String text) {
        Map<Integer, Long> runs = new TreeMap<>();
        Map<Integer, Set<String>> remarks = new LinkedHashMap<>();
        for (CodeFeedback feedback : all) {
            for (Row row : rows(feedback)) {
                runs.merge(row.line, row.place.runs(), Math::max);
                if (!row.remark().isEmpty()) {
                    remarks.computeIfAbsent(row.line, line -> new LinkedHashSet<>())
                            .add(row.opcode.name() + ": " + row.remark());
                }
            }
        }
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String count = runs.containsKey(number) ? runs.get(number).toString() : "";
            out.append(String.format("%9s %4d  %s", count, number, line).stripTrailing())
                    .append('\n');
            int indent = line.length() - line.stripLeading().length();
            for (String remark : remarks.getOrDefault(number, Set.of())) {
                out.append(" ".repeat(16 + indent)).append("# ").append(remark).append('\n');
            }
        }
        return out.toString();
    }

    String json() {
        StringJoiner codes = new StringJoiner(",\n", "[", "]\n");
        for (CodeFeedback feedback : all) {
            StringJoiner places = new StringJoiner(",\n  ", "[", "]");
            rows(feedback).forEach(row -> places.add(json(row)));
            codes.add("{\"name\": " + Json.string(feedback.code().qualName()) + ", \"file\": "
                    + Json.string(feedback.code().fileName()) + ", \"line\": "
                    + feedback.code().firstLine() + ", \"entries\": " + feedback.entries() + ", \"places\":\n  "
                    + places + "}");
        }
        return codes.toString();
    }

    private static String json(Row row) {
        StringJoiner operands = new StringJoiner(", ", "[", "]");
        row.place.operands().forEach(seen -> {
            StringJoiner kinds = new StringJoiner(", ", "{", "}");
            seen.entries().forEach(e -> kinds.add(Json.string(e.what().name()) + ": " + e.count()));
            operands.add(kinds.toString());
        });
        StringJoiner targets = new StringJoiner(", ", "{", "}");
        row.place
                .targets()
                .entries()
                .forEach(e -> targets.add(Json.string(e.what().name()) + ": " + e.count()));
        return "{\"offset\": " + row.offset + ", \"line\": " + row.line + ", \"opcode\": "
                + Json.string(row.opcode.name()) + ", \"runs\": " + row.place.runs() + ", \"jumps\": "
                + row.place.jumps()
                + ", \"operands\": " + operands + ", \"targets\": " + targets + "}";
    }
}
