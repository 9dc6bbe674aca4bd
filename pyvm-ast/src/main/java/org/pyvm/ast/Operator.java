package org.pyvm.ast;

/** A binary operator. */
public enum Operator {
    ADD("Add", "+"),
    SUB("Sub", "-"),
    MULT("Mult", "*"),
    MAT_MULT("MatMult", "@"),
    DIV("Div", "/"),
    MOD("Mod", "%"),
    POW("Pow", "**"),
    L_SHIFT("LShift", "<<"),
    R_SHIFT("RShift", ">>"),
    BIT_OR("BitOr", "|"),
    BIT_XOR("BitXor", "^"),
    BIT_AND("BitAnd", "&"),
    FLOOR_DIV("FloorDiv", "//");

    private final String asdlName;
    private final String symbol;

    Operator(String asdlName, String symbol) {
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
