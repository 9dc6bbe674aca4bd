package org.pyvm.modules.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.compiler.CfgDump;
import org.pyvm.compiler.CfgObserver;
import org.pyvm.compiler.ControlFlowGraph;
import org.pyvm.compiler.InstructionSet;

/** Writes down the control flow graphs of a compilation, before the passes and after each. Used once. */
final class PassListing implements CfgObserver {
    private record Entry(String code, String stage, String text, String json) {}

    private final CfgDump dump;
    private final List<Entry> entries = new ArrayList<>();
    /** What each graph looked like last: a pass that changed nothing is named only. */
    private final Map<ControlFlowGraph, String> last = new HashMap<>();

    PassListing(InstructionSet instructions) {
        dump = new CfgDump(instructions);
    }

    @Override
    public void see(String stage, ControlFlowGraph graph) {
        String text = dump.text(graph);
        boolean same = text.equals(last.put(graph, text));
        entries.add(new Entry(graph.name(), stage, same ? "(unchanged)\n" : text, dump.json(graph)));
    }

    String text() {
        StringBuilder out = new StringBuilder();
        for (Entry entry : entries) {
            out.append("--- ")
                    .append(entry.code)
                    .append(": ")
                    .append(entry.stage)
                    .append('\n')
                    .append(entry.text)
                    .append(entry.text.endsWith("\n") ? "" : "\n");
        }
        return out.toString();
    }

    String json() {
        List<String> objects = new ArrayList<>();
        for (Entry entry : entries) {
            objects.add("{\"code\": " + Json.string(entry.code) + ", \"stage\": " + Json.string(entry.stage)
                    + ", \"blocks\": " + entry.json.strip() + "}");
        }
        return "[" + String.join(",\n", objects) + "]\n";
    }
}
