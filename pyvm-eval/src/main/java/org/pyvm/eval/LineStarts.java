package org.pyvm.eval;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.compiler.CodeObject;
import org.pyvm.compiler.CodeStacks;

/** Where the lines of a code object begin: each at one instruction or several. */
final class LineStarts {
    private final List<int[]> starts = new ArrayList<>();

    private LineStarts() {}

    static LineStarts of(CodeObject code, CodeStacks stacks) {
        LineStarts result = new LineStarts();
        int last = -1;
        for (int i = 0; i < stacks.count(); i++) {
            int line = code.lineAt(stacks.start(i));
            if (line > 0 && line != last && stacks.isReachable(i)) {
                result.starts.add(new int[] {line, i});
                last = line;
            }
        }
        // Lines without an instruction are told on the way to another line's.
        int[] events = code.lineEvents().toArray();
        for (int i = 0; i < events.length; i += 3) {
            result.starts.add(new int[] {events[i + 2], stacks.indexAt(events[i + 1])});
        }
        return result;
    }

    /** The first line, not before another, that has an instruction; -1 for none. */
    int firstNotBefore(int line) {
        return starts.stream()
                .mapToInt(start -> start[0])
                .filter(start -> start >= line)
                .min()
                .orElse(-1);
    }

    /** Indices of the instructions that a line begins at. */
    int[] at(int line) {
        return starts.stream()
                .filter(start -> start[0] == line)
                .mapToInt(start -> start[1])
                .toArray();
    }
}
