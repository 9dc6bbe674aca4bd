package org.pyvm.ast;

/** A short-circuit operator. */
public enum BoolOperator {
    AND("And", "and"),
    OR("Or", "or");

    private final String asdlName;
    private final String symbol;

    BoolOperator(String asdlName, String symbol) {
        this.asdlName = asdlName;
        this.symbol = symbol;
    }

    /** Its class in Python's {@code ast} module. */
    public String asdlName() {
        return asdlName;
    }

    /** As written in source. */
    public String symbol() {
        return symbol;
    }
}
