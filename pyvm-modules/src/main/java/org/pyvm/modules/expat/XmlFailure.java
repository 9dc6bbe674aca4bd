package org.pyvm.modules.expat;

import java.util.List;

/** The document is not well-formed, or not to be read: an error of expat's. Stackless. */
public final class XmlFailure extends RuntimeException {
    static final int SYNTAX = 2;
    static final int NO_ELEMENTS = 3;
    static final int INVALID_TOKEN = 4;
    static final int UNCLOSED_TOKEN = 5;
    static final int PARTIAL_CHAR = 6;
    static final int TAG_MISMATCH = 7;
    static final int DUPLICATE_ATTRIBUTE = 8;
    static final int JUNK_AFTER_DOC_ELEMENT = 9;
    static final int PARAM_ENTITY_REF = 10;
    public static final int UNDEFINED_ENTITY = 11;
    static final int RECURSIVE_ENTITY_REF = 12;
    static final int ASYNC_ENTITY = 13;
    static final int BAD_CHAR_REF = 14;
    static final int BINARY_ENTITY_REF = 15;
    static final int ATTRIBUTE_EXTERNAL_ENTITY_REF = 16;
    static final int MISPLACED_XML_PI = 17;
    static final int UNKNOWN_ENCODING = 18;
    static final int INCORRECT_ENCODING = 19;
    static final int UNCLOSED_CDATA_SECTION = 20;
    static final int EXTERNAL_ENTITY_HANDLING = 21;
    static final int NOT_STANDALONE = 22;
    static final int CANT_CHANGE_FEATURE_ONCE_PARSING = 26;
    static final int UNBOUND_PREFIX = 27;
    static final int UNDECLARING_PREFIX = 28;
    static final int INCOMPLETE_PE = 29;
    static final int XML_DECL = 30;
    static final int TEXT_DECL = 31;
    static final int PUBLICID = 32;
    static final int FINISHED = 36;
    static final int RESERVED_PREFIX_XML = 38;
    static final int RESERVED_PREFIX_XMLNS = 39;
    static final int RESERVED_NAMESPACE_URI = 40;
    static final int AMPLIFICATION_LIMIT_BREACH = 43;

    /** Names and texts of the errors, number 1 first. */
    static final List<String[]> ALL = List.of(
            error("NO_MEMORY", "out of memory"),
            error("SYNTAX", "syntax error"),
            error("NO_ELEMENTS", "no element found"),
            error("INVALID_TOKEN", "not well-formed (invalid token)"),
            error("UNCLOSED_TOKEN", "unclosed token"),
            error("PARTIAL_CHAR", "partial character"),
            error("TAG_MISMATCH", "mismatched tag"),
            error("DUPLICATE_ATTRIBUTE", "duplicate attribute"),
            error("JUNK_AFTER_DOC_ELEMENT", "junk after document element"),
            error("PARAM_ENTITY_REF", "illegal parameter entity reference"),
            error("UNDEFINED_ENTITY", "undefined entity"),
            error("RECURSIVE_ENTITY_REF", "recursive entity reference"),
            error("ASYNC_ENTITY", "asynchronous entity"),
            error("BAD_CHAR_REF", "reference to invalid character number"),
            error("BINARY_ENTITY_REF", "reference to binary entity"),
            error("ATTRIBUTE_EXTERNAL_ENTITY_REF", "reference to external entity in attribute"),
            error("MISPLACED_XML_PI", "XML or text declaration not at start of entity"),
            error("UNKNOWN_ENCODING", "unknown encoding"),
            error("INCORRECT_ENCODING", "encoding specified in XML declaration is incorrect"),
            error("UNCLOSED_CDATA_SECTION", "unclosed CDATA section"),
            error("EXTERNAL_ENTITY_HANDLING", "error in processing external entity reference"),
            error("NOT_STANDALONE", "document is not standalone"),
            error("UNEXPECTED_STATE", "unexpected parser state - please send a bug report"),
            error("ENTITY_DECLARED_IN_PE", "entity declared in parameter entity"),
            error("FEATURE_REQUIRES_XML_DTD", "requested feature requires XML_DTD support in Expat"),
            error("CANT_CHANGE_FEATURE_ONCE_PARSING", "cannot change setting once parsing has begun"),
            error("UNBOUND_PREFIX", "unbound prefix"),
            error("UNDECLARING_PREFIX", "must not undeclare prefix"),
            error("INCOMPLETE_PE", "incomplete markup in parameter entity"),
            error("XML_DECL", "XML declaration not well-formed"),
            error("TEXT_DECL", "text declaration not well-formed"),
            error("PUBLICID", "illegal character(s) in public id"),
            error("SUSPENDED", "parser suspended"),
            error("NOT_SUSPENDED", "parser not suspended"),
            error("ABORTED", "parsing aborted"),
            error("FINISHED", "parsing finished"),
            error("SUSPEND_PE", "cannot suspend in external parameter entity"),
            error(
                    "RESERVED_PREFIX_XML",
                    "reserved prefix (xml) must not be undeclared or bound to another namespace name"),
            error("RESERVED_PREFIX_XMLNS", "reserved prefix (xmlns) must not be declared or undeclared"),
            error("RESERVED_NAMESPACE_URI", "prefix must not be bound to one of the reserved namespace names"),
            error("INVALID_ARGUMENT", "invalid argument"),
            error("NO_BUFFER", "a successful prior call to function XML_GetBuffer is required"),
            error(
                    "AMPLIFICATION_LIMIT_BREACH",
                    "limit on input amplification factor (from DTD and entities) breached"));

    /** At the token that is being looked at. */
    static final int HERE = -1;

    public final int code;
    /** Where in the text that was being read, or {@link #HERE}. */
    final int at;

    XmlFailure(int code, int at) {
        super(null, null, false, false);
        this.code = code;
        this.at = at;
    }

    XmlFailure(int code) {
        this(code, HERE);
    }

    private static String[] error(String name, String text) {
        return new String[] {name, text};
    }

    /** The text of an error, or null. */
    public static String text(long code) {
        return code >= 1 && code <= ALL.size() ? ALL.get((int) code - 1)[1] : null;
    }
}
