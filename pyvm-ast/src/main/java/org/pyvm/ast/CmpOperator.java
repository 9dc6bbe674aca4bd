package org.pyvm.ast;

/** A comparison operator. */
public enum CmpOperator {
    EQ("Eq", "=="),
    NOT_EQ("NotEq", "!="),
    LT("Lt", "<"),
    LT_E("LtE", "<="),
    GT("Gt", ">"),
    GT_E("GtE", ">="),
    IS("Is", "is"),
    IS_NOT("IsNot", "is not"),
    IN("In", "in"),
    NOT_IN("NotIn", "not in");

    private final String asdlName;
    private final String symbol;

    CmpOperator(String asdlName, String symbol) {
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
