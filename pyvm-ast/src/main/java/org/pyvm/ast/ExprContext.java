package org.pyvm.ast;

/** What is done with the place that an expression names. */
public enum ExprContext {
    LOAD("Load"),
    STORE("Store"),
    DEL("Del");

    private final String asdlName;

    ExprContext(String asdlName) {
        this.asdlName = asdlName;
    }

    /** Its class in Python's {@code ast} module. */
    public String asdlName() {
        return asdlName;
    }
}
