package org.pyvm.tokenizer.internal;

/** The brackets that are open, with where they were opened. */
final class BracketStack {
    /** CPython's MAXLEVEL. */
    static final int MAX_DEPTH = 200;

    private final char[] brackets = new char[MAX_DEPTH];
    private final int[] lines = new int[MAX_DEPTH];
    private final int[] columns = new int[MAX_DEPTH];
    private int depth;

    int depth() {
        return depth;
    }

    boolean isFull() {
        return depth == MAX_DEPTH;
    }

    void open(char bracket, int line, int column) {
        brackets[depth] = bracket;
        lines[depth] = line;
        columns[depth] = column;
        depth++;
    }

    /** Takes the innermost off; {@link #closed()} and {@link #closedLine()} then tell of it. */
    void close() {
        depth--;
    }

    char closed() {
        return brackets[depth];
    }

    int closedLine() {
        return lines[depth];
    }

    char innermost() {
        return brackets[depth - 1];
    }

    int innermostLine() {
        return lines[depth - 1];
    }

    int innermostColumn() {
        return columns[depth - 1];
    }

    static char closerOf(char bracket) {
        return bracket == '(' ? ')' : bracket == '[' ? ']' : '}';
    }
}
