package org.pyvm.parser.internal.diagnosis;

/** What messages call an expression. */
enum Kind {
    NAME("name"),
    ATTRIBUTE("attribute"),
    SUBSCRIPT("subscript"),
    STARRED("starred"),
    LIST("list"),
    TUPLE("tuple"),
    LAMBDA("lambda"),
    CALL("function call"),
    OPERATION("expression"),
    GENERATOR("generator expression"),
    YIELD("yield expression"),
    AWAIT("await expression"),
    LIST_COMPREHENSION("list comprehension"),
    SET_COMPREHENSION("set comprehension"),
    DICT_COMPREHENSION("dict comprehension"),
    DICT("dict literal"),
    SET("set display"),
    F_STRING("f-string expression"),
    LITERAL("literal"),
    TRUE("True"),
    FALSE("False"),
    NONE("None"),
    ELLIPSIS("ellipsis"),
    COMPARISON("comparison"),
    CONDITIONAL("conditional expression"),
    WALRUS("named expression"),
    /** A statement, a parameter, a clause; the expression of a plugin. */
    OTHER("expression");

    final String words;

    Kind(String words) {
        this.words = words;
    }
}
