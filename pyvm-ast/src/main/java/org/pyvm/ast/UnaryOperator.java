package org.pyvm.ast;

/** A unary operator. */
public enum UnaryOperator {
    INVERT("Invert", "~"),
    NOT("Not", "not"),
    U_ADD("UAdd", "+"),
    U_SUB("USub", "-");

    private final String asdlName;
    private final String symbol;

    UnaryOperator(String asdlName, String symbol) {
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
