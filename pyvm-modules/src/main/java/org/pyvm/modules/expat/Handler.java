package org.pyvm.modules.expat;

/** What a program can be told of; the names are those of the parser's attributes. */
enum Handler {
    START_ELEMENT,
    END_ELEMENT,
    PROCESSING_INSTRUCTION,
    CHARACTER_DATA,
    UNPARSED_ENTITY_DECL,
    NOTATION_DECL,
    START_NAMESPACE_DECL,
    END_NAMESPACE_DECL,
    COMMENT,
    START_CDATA_SECTION,
    END_CDATA_SECTION,
    DEFAULT,
    DEFAULT_EXPAND,
    NOT_STANDALONE,
    EXTERNAL_ENTITY_REF,
    START_DOCTYPE_DECL,
    END_DOCTYPE_DECL,
    ENTITY_DECL,
    XML_DECL,
    ELEMENT_DECL,
    ATTLIST_DECL,
    SKIPPED_ENTITY;
}
