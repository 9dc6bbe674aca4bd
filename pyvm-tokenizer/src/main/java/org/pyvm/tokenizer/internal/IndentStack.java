package org.pyvm.tokenizer.internal;

/**
 * The open levels of indentation, each measured twice: with tabs to the next multiple of 8, and with a tab as one column.
 * Source in which the two measures disagree would change its meaning with the width of tabs.
 */
final class IndentStack {
    /** CPython's MAXINDENT; the bottom level counts. */
    private static final int MAX_LEVELS = 100;

    private final int[] columns = new int[MAX_LEVELS];
    private final int[] tabsAsOne = new int[MAX_LEVELS];
    private int top;

    /** What {@link #moveTo} found wrong. */
    enum Problem {
        NONE,
        /** The measures disagree. */
        TABS,
        TOO_DEEP,
        /** A shallower line at no level that is open. */
        NO_SUCH_LEVEL
    }

    /** Levels opened by the last {@link #moveTo}: 1, or 0, or minus the number of levels closed. */
    int moved;

    /** Opens or closes levels for a line with this indentation. */
    Problem moveTo(int column, int tabAsOne) {
        moved = 0;
        if (column == columns[top]) {
            return tabAsOne == tabsAsOne[top] ? Problem.NONE : Problem.TABS;
        }
        if (column > columns[top]) {
            return open(column, tabAsOne);
        }
        while (top > 0 && column < columns[top]) {
            top--;
            moved--;
        }
        if (column != columns[top]) {
            return Problem.NO_SUCH_LEVEL;
        }
        return tabAsOne == tabsAsOne[top] ? Problem.NONE : Problem.TABS;
    }

    private Problem open(int column, int tabAsOne) {
        if (top + 1 >= MAX_LEVELS) {
            return Problem.TOO_DEEP;
        }
        if (tabAsOne <= tabsAsOne[top]) {
            return Problem.TABS;
        }
        top++;
        columns[top] = column;
        tabsAsOne[top] = tabAsOne;
        moved = 1;
        return Problem.NONE;
    }

    /** Closes every level and says how many there were. */
    int closeAll() {
        int open = top;
        top = 0;
        return open;
    }
}
