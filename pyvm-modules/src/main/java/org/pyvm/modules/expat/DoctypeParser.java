package org.pyvm.modules.expat;

/** Reads the document type declaration: its head here, the declarations in it by {@link Declaration}. */
final class DoctypeParser {
    private static final int UNLESS_STANDALONE = 1;

    private final XmlEvents events;
    private final XmlDtd dtd;
    /** Whether the declarations are outside of the document, where parameter entities may stand inside of one. */
    private final boolean external;

    /** 0 never, 1 unless standalone, 2 always. */
    private int parameterEntityParsing;

    private boolean usesForeign;
    private boolean seen;
    private String systemId;
    private String publicId;
    private String base;

    DoctypeParser(XmlEvents events, XmlDtd dtd, boolean external) {
        this.events = events;
        this.dtd = dtd;
        this.external = external;
    }

    void setParameterEntityParsing(int when) {
        parameterEntityParsing = when;
    }

    int parameterEntityParsing() {
        return parameterEntityParsing;
    }

    void useForeign(boolean use) {
        usesForeign = use;
    }

    void setBase(String newBase) {
        base = newBase;
    }

    String base() {
        return base;
    }

    void documentIsStandalone() {
        if (parameterEntityParsing == UNLESS_STANDALONE) {
            parameterEntityParsing = 0;
        }
    }

    boolean wasSeen() {
        return seen;
    }

    /** Where a declaration's head ends: its bracket, or what closes it; -1 when that is not there yet. */
    static int headEnd(XmlText source, int from) {
        return end(source, from, true);
    }

    private static int end(XmlText source, int from, boolean atBracket) {
        char quote = 0;
        for (int i = from; i < source.limit; i++) {
            char c = source.chars[i];
            if (!XmlChars.isAllowed(c)) {
                throw new XmlFailure(XmlFailure.INVALID_TOKEN, i);
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>' || c == '[' && atBracket) {
                return i;
            }
        }
        return -1;
    }

    /** Reads {@code <!DOCTYPE name PUBLIC "..." "..."}. */
    void head(XmlText source, int from, int end, boolean hasSubset) {
        seen = true;
        Declaration head = new Declaration(source.slice(from, end), from, "<!DOCTYPE");
        head.requireSpace();
        String name = head.name();
        boolean spaced = head.space();
        if (!head.isAtEnd()) {
            if (!spaced) {
                throw head.syntaxError();
            }
            XmlDtd.External id = head.externalId(base, false);
            systemId = id.systemId();
            publicId = id.publicId();
            head.space();
            if (!head.isAtEnd()) {
                throw head.syntaxError();
            }
        }
        if (systemId != null) {
            dtd.hasParameterReferences = true;
        }
        if (systemId != null && !dtd.standalone && parameterEntityParsing == 0 && !events.acceptsNotStandalone()) {
            throw new XmlFailure(XmlFailure.NOT_STANDALONE);
        }
        if (!events.startDoctype(name, systemId, publicId, hasSubset)) {
            for (String token : head.tokens()) {
                events.unhandled(token);
            }
            events.unhandled(hasSubset ? "[" : ">");
        }
    }

    /** Reads the external subset, if there is one and it is wanted. */
    void close() {
        if (systemId == null && !usesForeign) {
            return;
        }
        boolean before = dtd.hasParameterReferences;
        dtd.hasParameterReferences = true;
        if (parameterEntityParsing != 0) {
            dtd.externalWasRead = false;
            int answer = events.externalEntity(null, new XmlDtd.External(base, systemId, publicId));
            if (answer == 0) {
                throw new XmlFailure(XmlFailure.EXTERNAL_ENTITY_HANDLING);
            }
            if (answer > 0 && dtd.externalWasRead) {
                if (!dtd.standalone && !events.acceptsNotStandalone()) {
                    throw new XmlFailure(XmlFailure.NOT_STANDALONE);
                }
            } else if (answer > 0 && systemId == null) {
                dtd.hasParameterReferences = before;
            }
        }
        usesForeign = false;
    }

    /** What {@link #close} does, for a document without a declaration. */
    void readForeign() {
        if (usesForeign) {
            close();
        }
    }

    /** Reads a declaration or white space; false when it is not there in full. */
    boolean token(XmlText source) {
        int i = source.at;
        char c = source.chars[i];
        if (XmlChars.isSpace(c)) {
            source.at = source.skipSpace(i);
            events.unhandled(source.slice(i, source.at));
            return true;
        }
        if (external && source.startsWith(i, "<![")) {
            return conditional(source);
        }
        if (external && source.startsWith(i, "]]>")) {
            source.at = i + 3;
            return true;
        }
        if (c != '<') {
            boolean isToken = XmlChars.isName(c) || "\"'[](),|>#".indexOf(c) >= 0;
            throw new XmlFailure(isToken ? XmlFailure.SYNTAX : XmlFailure.INVALID_TOKEN, i);
        }
        if (source.limit - i < 3) {
            return false;
        }
        if (source.chars[i + 1] != '!') {
            boolean isElement = XmlChars.isNameStart(source.chars[i + 1]);
            throw isElement ? new XmlFailure(XmlFailure.SYNTAX, i) : new XmlFailure(XmlFailure.INVALID_TOKEN, i + 1);
        }
        int end = end(source, i, false);
        if (end < 0) {
            return false;
        }
        String raw = source.slice(i, end + 1);
        boolean inDocument = source instanceof XmlInput && !external;
        String text = source.slice(i, end);
        Declaration declaration =
                new Declaration(external ? expandParameters(text) : text, inDocument ? i : XmlFailure.HERE, "<!");
        source.at = end + 1;
        if (!declare(declaration)) {
            events.unhandled(raw);
        }
        return true;
    }

    private boolean declare(Declaration declaration) {
        if (declaration.accept("ENTITY")) {
            return EntityDeclaration.read(declaration, events, dtd, this, external);
        }
        if (declaration.accept("ATTLIST")) {
            return AttributeDeclaration.read(declaration, events, dtd);
        }
        if (declaration.accept("ELEMENT")) {
            return ContentModel.read(declaration, events);
        }
        if (declaration.accept("NOTATION")) {
            declaration.requireSpace();
            String name = declaration.name();
            declaration.requireSpace();
            XmlDtd.External id = declaration.externalId(base, true);
            declaration.end();
            return events.notationDeclaration(name, id);
        }
        throw declaration.syntaxError();
    }

    private boolean conditional(XmlText source) {
        int bracket = source.find("[", source.at + 3);
        if (bracket < 0) {
            return false;
        }
        String word = expandParameters(source.slice(source.at + 3, bracket)).strip();
        if (word.equals("INCLUDE")) {
            source.at = bracket + 1;
            return true;
        }
        if (!word.equals("IGNORE")) {
            throw new XmlFailure(XmlFailure.SYNTAX, source.at);
        }
        int depth = 1;
        for (int i = bracket + 1; i < source.limit; i++) {
            if (source.startsWith(i, "<![")) {
                depth++;
            } else if (source.startsWith(i, "]]>") && --depth == 0) {
                source.at = i + 3;
                return true;
            }
        }
        return false;
    }

    /** The text with parameter entities replaced, which outside of quotes stand between blanks. */
    private String expandParameters(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = c == '%' && quote == 0 ? text.indexOf(';', i) : -1;
            boolean isReference = end > i + 1 && XmlChars.isNameStart(text.charAt(i + 1));
            if (isReference) {
                out.append(' ')
                        .append(expandParameters(parameterText(text.substring(i + 1, end))))
                        .append(' ');
                i = end;
                continue;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
            out.append(c);
        }
        return out.toString();
    }

    /** The text of a parameter entity, for a place inside of a declaration. */
    String parameterText(String name) {
        XmlDtd.Entity entity = dtd.parameterEntities.get(name);
        if (entity == null) {
            throw new XmlFailure(XmlFailure.UNDEFINED_ENTITY);
        }
        if (entity.open) {
            throw new XmlFailure(XmlFailure.RECURSIVE_ENTITY_REF);
        }
        if (entity.text == null) {
            return "";
        }
        dtd.charge(entity.text.length());
        return entity.text;
    }

    /** Looks at {@code %name;} between declarations; answers the entity when its text is to be read now. */
    XmlDtd.Entity parameterEntity(String name, String raw, int at) {
        dtd.hasParameterReferences = true;
        if (parameterEntityParsing == 0) {
            dtd.keepsDeclarations = dtd.standalone;
            events.unhandled(raw);
            if (!dtd.standalone && !events.acceptsNotStandalone()) {
                throw new XmlFailure(XmlFailure.NOT_STANDALONE, at);
            }
            return null;
        }
        XmlDtd.Entity entity = dtd.parameterEntities.get(name);
        if (entity == null) {
            dtd.keepsDeclarations = dtd.standalone;
            if (!events.skippedEntity(name, true)) {
                events.unhandled(raw);
            }
            return null;
        }
        if (entity.open) {
            throw new XmlFailure(XmlFailure.RECURSIVE_ENTITY_REF, at);
        }
        if (entity.text != null) {
            return entity;
        }
        dtd.externalWasRead = false;
        entity.open = true;
        int answer = events.externalEntity(null, entity.external);
        entity.open = false;
        if (answer == 0) {
            throw new XmlFailure(XmlFailure.EXTERNAL_ENTITY_HANDLING, at);
        }
        if (answer < 0) {
            events.unhandled(raw);
        }
        if (!dtd.externalWasRead) {
            dtd.keepsDeclarations = dtd.standalone;
        } else if (!dtd.standalone && !events.acceptsNotStandalone()) {
            throw new XmlFailure(XmlFailure.NOT_STANDALONE, at);
        }
        return null;
    }
}
