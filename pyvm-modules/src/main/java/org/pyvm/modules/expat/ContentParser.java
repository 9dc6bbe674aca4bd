package org.pyvm.modules.expat;

import java.util.ArrayList;
import java.util.List;

/** Reads the content of elements, of the document or of an entity's replacement text. */
final class ContentParser {
    private static final int CONVERSION_BUFFER = 1024;

    /** An open element. */
    private record Element(String rawName, String name, int bindings) {}

    private final XmlEvents events;
    private final XmlDtd dtd;
    private final Namespaces namespaces;
    private final XmlInput input;
    private final NameTable names = new NameTable();
    private final List<Element> open = new ArrayList<>();
    private boolean inCdata;
    /** Where the token starts that is being read; in an entity's text, where the reference to that does. */
    private int eventAt;

    ContentParser(XmlEvents events, XmlDtd dtd, Namespaces namespaces, XmlInput input) {
        this.events = events;
        this.dtd = dtd;
        this.namespaces = namespaces;
        this.input = input;
    }

    boolean isInCdata() {
        return inCdata;
    }

    boolean isClosed() {
        return open.isEmpty();
    }

    int eventPlace() {
        return eventAt;
    }

    void setEventPlace(int place) {
        eventAt = place;
    }

    private static XmlFailure invalid(int at) {
        return new XmlFailure(XmlFailure.INVALID_TOKEN, at);
    }

    /** Nothing more can be read: more must come, or the text is wrong. Answers false. */
    boolean incomplete(XmlText source) {
        if (source == input && input.isMalformed()) {
            throw invalid(input.limit);
        }
        if (source.complete && source.at < source.limit) {
            throw new XmlFailure(inCdata ? XmlFailure.UNCLOSED_CDATA_SECTION : XmlFailure.UNCLOSED_TOKEN, source.at);
        }
        return false;
    }

    /** Reads a token of the document's content. */
    boolean token() {
        return inCdata ? cdataToken(input) : contentToken(input, 0);
    }

    private void emit(String text, String raw) {
        if (!events.characters(text)) {
            events.unhandled(raw);
        }
    }

    /** Text without line ends. What is not UTF-8 goes through a buffer of expat's, and comes in pieces of its size. */
    private void emitRun(XmlText source, int from, int to) {
        int start = from;
        if (source == input && !input.isUtf8()) {
            int bytes = 0;
            for (int i = from; i < to; i++) {
                char c = source.chars[i];
                int more = c < 0x80
                        ? 1
                        : c < 0x800 ? 2 : Character.isHighSurrogate(c) ? 4 : Character.isLowSurrogate(c) ? 0 : 3;
                if (bytes + more > CONVERSION_BUFFER) {
                    String piece = source.slice(start, i);
                    emit(piece, piece);
                    start = i;
                    bytes = 0;
                }
                bytes += more;
            }
        }
        String run = source.slice(start, to);
        emit(run, run);
    }

    /** Reads a token of content. @param base how many elements were open where this text started */
    private boolean contentToken(XmlText source, int base) {
        int i = source.at;
        if (source == input) {
            eventAt = i;
        }
        return switch (source.chars[i]) {
            case '<' -> markup(source, base);
            case '&' -> reference(source);
            case '\r' -> lineEnd(source);
            case '\n' -> events.joinsText() ? text(source) : lineEnd(source);
            default -> text(source);
        };
    }

    private boolean lineEnd(XmlText source) {
        int i = source.at;
        int end = i + 1;
        if (source.chars[i] == '\r') {
            if (end == source.limit && !source.complete) {
                return incomplete(source);
            }
            end += end < source.limit && source.chars[end] == '\n' ? 1 : 0;
        }
        source.at = end;
        emit("\n", source.slice(i, end));
        return true;
    }

    private boolean text(XmlText source) {
        int i = source.at;
        int end = i;
        boolean endsAtLines = !events.joinsText();
        for (; end < source.limit; end++) {
            char c = source.chars[end];
            if (c == '<' || c == '&' || c == '\n' && endsAtLines || c == '\r' || !XmlChars.isAllowed(c)) {
                break;
            }
            if (c == ']') {
                if (source.startsWith(end, "]]>")) {
                    throw invalid(end + 2);
                }
                if (source.mayBecome(end, "]]>")) {
                    break;
                }
            }
        }
        if (end == i) {
            if (!XmlChars.isAllowed(source.chars[i])) {
                throw invalid(i);
            }
            return incomplete(source);
        }
        source.at = end;
        emitRun(source, i, end);
        return true;
    }

    private boolean markup(XmlText source, int base) {
        int i = source.at;
        if (i + 1 == source.limit) {
            return incomplete(source);
        }
        char next = source.chars[i + 1];
        if (next == '/') {
            return endTag(source, base);
        }
        if (next == '?') {
            return instruction(source);
        }
        if (next == '!') {
            return declarationInContent(source);
        }
        if (!XmlChars.isNameStart(next)) {
            throw invalid(i + 1);
        }
        return startTag(source);
    }

    private boolean declarationInContent(XmlText source) {
        int i = source.at;
        if (source.startsWith(i, "<!--")) {
            return comment(source);
        }
        if (source.mayBecome(i, "<!--") || source.mayBecome(i, "<![CDATA[")) {
            return incomplete(source);
        }
        if (!source.startsWith(i, "<![CDATA[")) {
            throw invalid(i + 2);
        }
        source.at = i + 9;
        if (!events.startCdata()) {
            events.unhandled("<![CDATA[");
        }
        inCdata = true;
        while (source != input && inCdata) {
            if (source.at == source.limit || !cdataToken(source)) {
                throw new XmlFailure(XmlFailure.UNCLOSED_CDATA_SECTION);
            }
        }
        return true;
    }

    private boolean cdataToken(XmlText source) {
        int i = source.at;
        char first = source.chars[i];
        if (source.startsWith(i, "]]>")) {
            source.at = i + 3;
            inCdata = false;
            if (!events.endCdata()) {
                events.unhandled("]]>");
            }
            return true;
        }
        if (first == '\n' || first == '\r') {
            return lineEnd(source);
        }
        int end = i;
        for (; end < source.limit; end++) {
            char c = source.chars[end];
            boolean ends = c == ']' && (source.startsWith(end, "]]>") || source.mayBecome(end, "]]>"));
            if (ends || c == '\n' || c == '\r' || !XmlChars.isAllowed(c)) {
                break;
            }
        }
        if (end == i) {
            if (!XmlChars.isAllowed(first)) {
                throw invalid(i);
            }
            return incomplete(source);
        }
        source.at = end;
        emitRun(source, i, end);
        return true;
    }

    private boolean startTag(XmlText source) {
        int start = source.at;
        StartTag tag = new StartTag(source, start, names);
        int end = tag.scan();
        if (end < 0) {
            return incomplete(source);
        }
        tag.readAttributes(dtd);
        int bindings = namespaces.size();
        if (namespaces.separator != null) {
            tag.resolve(namespaces, events);
        }
        source.at = end;
        open.add(new Element(tag.rawName(), tag.name, bindings));
        boolean wanted = events.startElement(tag.name, tag.attributes, tag.specified);
        if (tag.isEmpty()) {
            if (source == input) {
                eventAt = end;
            }
            endElement(!wanted, source, start, end);
        } else if (!wanted) {
            events.unhandled(source.slice(start, end));
        }
        return true;
    }

    private boolean endTag(XmlText source, int base) {
        int i = source.at;
        // Nearly always it is this very name that comes; what it is otherwise need not be found quickly.
        String expected = open.isEmpty() ? "" : open.getLast().rawName();
        int nameEnd = i + 2 + expected.length();
        boolean isExpected = nameEnd < source.limit
                && source.chars[nameEnd] == '>'
                && NameTable.isAt(expected, source.chars, i + 2, nameEnd);
        if (!isExpected) {
            nameEnd = source.skipName(i + 2);
        }
        if (nameEnd == i + 2 && nameEnd < source.limit) {
            throw invalid(nameEnd);
        }
        int end = source.skipSpace(nameEnd);
        if (end == source.limit) {
            return incomplete(source);
        }
        if (source.chars[end] != '>') {
            throw invalid(end);
        }
        if (open.size() == base) {
            throw new XmlFailure(XmlFailure.ASYNC_ENTITY, i);
        }
        if (!isExpected && !NameTable.isAt(expected, source.chars, i + 2, nameEnd)) {
            throw new XmlFailure(XmlFailure.TAG_MISMATCH, i + 2);
        }
        source.at = end + 1;
        endElement(true, source, i, end + 1);
        return true;
    }

    /** @param offers whether the text from one place to another is offered if nobody wants to know of the element's end */
    private void endElement(boolean offers, XmlText source, int from, int to) {
        Element element = open.removeLast();
        if (!events.endElement(element.name()) && offers) {
            events.unhandled(source.slice(from, to));
        }
        while (namespaces.size() > element.bindings()) {
            String prefix = namespaces.unbind();
            events.endNamespace(prefix.isEmpty() ? null : prefix);
        }
    }

    boolean instruction(XmlText source) {
        int i = source.at;
        int nameEnd = source.skipName(i + 2);
        int end = source.find("?>", nameEnd);
        if (end < 0) {
            return incomplete(source);
        }
        if (nameEnd == i + 2 || nameEnd < end && !XmlChars.isSpace(source.chars[nameEnd])) {
            throw invalid(nameEnd);
        }
        String target = source.slice(i + 2, nameEnd);
        if (target.equalsIgnoreCase("xml")) {
            throw target.equals("xml") ? new XmlFailure(XmlFailure.MISPLACED_XML_PI, i) : invalid(nameEnd);
        }
        source.checkCharacters(nameEnd, end);
        String data = source.slice(source.skipSpace(nameEnd), end);
        source.at = end + 2;
        if (!events.processingInstruction(target, XmlChars.normalizeLines(data))) {
            events.unhandled(source.slice(i, end + 2));
        }
        return true;
    }

    boolean comment(XmlText source) {
        int i = source.at;
        int end = source.find("--", i + 4);
        if (end < 0 || end + 2 == source.limit) {
            source.checkCharacters(i, source.limit);
            return incomplete(source);
        }
        source.checkCharacters(i, end);
        if (source.chars[end + 2] != '>') {
            throw invalid(end + 2);
        }
        source.at = end + 3;
        if (!events.comment(XmlChars.normalizeLines(source.slice(i + 4, end)))) {
            events.unhandled(source.slice(i, end + 3));
        }
        return true;
    }

    private boolean reference(XmlText source) {
        int i = source.at;
        int end = References.end(source, i);
        if (end < 0) {
            return incomplete(source);
        }
        String name = source.slice(i + 1, end - 1);
        String raw = source.slice(i, end);
        String known = name.startsWith("#") ? XmlChars.character(name.substring(1), i) : dtd.predefined(name);
        source.at = end;
        if (known != null) {
            emit(known, raw);
        } else {
            entity(name, raw, i);
        }
        return true;
    }

    private void entity(String name, String raw, int at) {
        XmlDtd.Entity entity = dtd.entities.get(name);
        if (entity == null) {
            if (!dtd.hasParameterReferences || dtd.standalone) {
                throw new XmlFailure(XmlFailure.UNDEFINED_ENTITY, at);
            }
            if (!events.skippedEntity(name, false)) {
                events.unhandled(raw);
            }
            return;
        }
        if (entity.open) {
            throw new XmlFailure(XmlFailure.RECURSIVE_ENTITY_REF, at);
        }
        if (entity.notation != null) {
            throw new XmlFailure(XmlFailure.BINARY_ENTITY_REF, at);
        }
        if (entity.text == null) {
            externalEntity(entity, raw, at);
        } else if (events.expandsEntities()) {
            expand(entity);
        } else if (!events.skippedEntity(name, false)) {
            events.unhandled(raw);
        }
    }

    private void expand(XmlDtd.Entity entity) {
        int base = open.size();
        entity.open = true;
        try {
            dtd.charge(entity.text.length());
            XmlText text = new XmlText(entity.text.toCharArray(), true);
            while (text.at < text.limit && contentToken(text, base)) {
                // Until its end.
            }
            if (open.size() != base) {
                throw new XmlFailure(XmlFailure.ASYNC_ENTITY);
            }
        } catch (XmlFailure e) {
            throw new XmlFailure(e.code);
        } finally {
            entity.open = false;
        }
    }

    private void externalEntity(XmlDtd.Entity entity, String raw, int at) {
        entity.open = true;
        try {
            StringBuilder context = new StringBuilder(namespaces.context());
            for (XmlDtd.Entity other : dtd.entities.values()) {
                if (other.open) {
                    context.append(context.isEmpty() ? "" : "\f").append(other.name);
                }
            }
            int answer = events.externalEntity(context.toString(), entity.external);
            if (answer == 0) {
                throw new XmlFailure(XmlFailure.EXTERNAL_ENTITY_HANDLING, at);
            }
            if (answer < 0) {
                events.unhandled(raw);
            }
        } finally {
            entity.open = false;
        }
    }
}
