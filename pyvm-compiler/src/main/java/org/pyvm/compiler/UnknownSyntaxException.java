package org.pyvm.compiler;

/** No plugin of that name can be found. */
public final class UnknownSyntaxException extends RuntimeException {
    private final String name;

    public UnknownSyntaxException(String name) {
        super("syntax feature " + name + " is not defined", null, false, false);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
