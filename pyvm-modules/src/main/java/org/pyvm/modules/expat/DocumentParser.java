package org.pyvm.modules.expat;

import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.types.PyStr;

/** Reads a document, or an external entity of one, as its bytes come; a token is read when it is there in full. */
public final class DocumentParser {
    private enum Phase {
        START,
        PROLOG,
        SUBSET,
        SUBSET_CLOSED,
        CONTENT,
        EPILOG
    }

    /** What is being read. */
    public enum Kind {
        DOCUMENT,
        GENERAL_ENTITY,
        EXTERNAL_SUBSET
    }

    private final XmlEvents events;
    private final Kind kind;
    private final XmlDtd dtd;
    private final Namespaces namespaces;
    private final XmlInput input;
    private final DoctypeParser doctype;
    private final ContentParser content;
    private Phase phase = Phase.START;
    private boolean started;
    private boolean finished;
    private int failure;

    public DocumentParser(XmlEvents events, Kind kind, XmlDtd dtd, Namespaces namespaces, String encoding) {
        this.events = events;
        this.kind = kind;
        this.dtd = dtd;
        this.namespaces = namespaces;
        this.input = new XmlInput(events, encoding);
        this.content = new ContentParser(events, dtd, namespaces, input);
        this.doctype = new DoctypeParser(events, dtd, kind == Kind.EXTERNAL_SUBSET);
    }

    XmlDtd dtd() {
        return dtd;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    DoctypeParser doctype() {
        return doctype;
    }

    XmlInput input() {
        return input;
    }

    boolean hasStarted() {
        return started;
    }

    /** The number of the error that ended reading, or 0. */
    int failure() {
        return failure;
    }

    int eventPlace() {
        return content.eventPlace();
    }

    /** Line, column and offset of what is being read. */
    public long[] position() {
        return input.position(content.eventPlace());
    }

    /** Reads what can be read. @throws XmlFailure when the document is wrong; {@link #position} then says where */
    public void feed(byte[] data, boolean last) {
        admit(data.length, last);
        read(() -> input.add(data, last), last);
    }

    /** The same with text, whatever the document says of its encoding. @throws org.pyvm.objects.PyErr when there are lone surrogates */
    public void feed(ThreadState thread, PyStr text, boolean last) {
        input.setEncoding("utf-8");
        String plain = text.bmp();
        if (plain != null && input.takesText(plain)) {
            admit(XmlChars.utf8Length(plain), last);
            read(() -> input.addText(plain, last), last);
        } else {
            feed(Utf8.encode(thread, text, null), last);
        }
    }

    private void admit(int bytes, boolean last) {
        if (finished || failure != 0 && failure != XmlFailure.FINISHED) {
            failure = failure != 0 ? failure : XmlFailure.FINISHED;
            throw new XmlFailure(failure);
        }
        started = true;
        finished |= last;
        dtd.directInput += bytes;
    }

    private void read(Runnable add, boolean last) {
        try {
            add.run();
            while (step()) {
                // Goes on as long as there is a token.
            }
            if (last) {
                checkEnd();
            }
            content.setEventPlace(input.at);
        } catch (XmlFailure e) {
            if (e.at >= 0) {
                content.setEventPlace(e.at);
            }
            failure = e.code;
            throw e;
        }
    }

    private void checkEnd() {
        if (input.isPartial()) {
            throw new XmlFailure(input.isWide() ? XmlFailure.UNCLOSED_TOKEN : XmlFailure.PARTIAL_CHAR, input.at);
        }
        boolean complete = switch (kind) {
            case DOCUMENT -> phase == Phase.EPILOG;
            case GENERAL_ENTITY -> content.isClosed() && !content.isInCdata();
            case EXTERNAL_SUBSET -> true;
        };
        if (!complete) {
            int code = content.isInCdata()
                    ? XmlFailure.UNCLOSED_CDATA_SECTION
                    : kind == Kind.GENERAL_ENTITY ? XmlFailure.ASYNC_ENTITY : XmlFailure.NO_ELEMENTS;
            throw new XmlFailure(code, input.limit);
        }
    }

    private boolean step() {
        content.setEventPlace(input.at);
        if (input.at == input.limit) {
            return phase == Phase.START && input.complete ? start() : incomplete(input);
        }
        return switch (phase) {
            case START -> start();
            case PROLOG, EPILOG -> outside();
            case SUBSET -> subset();
            case SUBSET_CLOSED -> closeDoctype();
            case CONTENT -> content();
        };
    }

    private boolean incomplete(XmlText source) {
        return content.incomplete(source);
    }

    private boolean content() {
        boolean found = content.token();
        if (found && kind == Kind.DOCUMENT && content.isClosed()) {
            phase = Phase.EPILOG;
        }
        return found;
    }

    private static XmlFailure invalid(int at) {
        return new XmlFailure(XmlFailure.INVALID_TOKEN, at);
    }

    private boolean start() {
        if (input.mayBecome(input.at, "<?xml ")) {
            return incomplete(input);
        }
        phase = kind == Kind.DOCUMENT ? Phase.PROLOG : kind == Kind.GENERAL_ENTITY ? Phase.CONTENT : Phase.SUBSET;
        boolean declared = input.startsWith(input.at, "<?xml")
                && input.limit > input.at + 5
                && (XmlChars.isSpace(input.chars[input.at + 5]) || input.chars[input.at + 5] == '?');
        if (!declared) {
            return true;
        }
        int end = input.find("?>", input.at);
        if (end < 0) {
            phase = Phase.START;
            return incomplete(input);
        }
        XmlDeclaration declaration = new XmlDeclaration(input, input.at, end, kind == Kind.DOCUMENT);
        String raw = input.slice(input.at, end + 2);
        boolean claimsWide = declaration.encoding != null
                && (declaration.encoding.equalsIgnoreCase("utf-16")
                        || declaration.encoding.equalsIgnoreCase("utf-16le")
                        || declaration.encoding.equalsIgnoreCase("utf-16be"));
        if (input.isUnsuitable()) {
            throw new XmlFailure(XmlFailure.UNKNOWN_ENCODING, Math.max(declaration.encodingAt, 0));
        }
        if (claimsWide && !input.isWide() && !input.hasNamedEncoding()) {
            throw new XmlFailure(XmlFailure.INCORRECT_ENCODING, declaration.encodingAt);
        }
        if (declaration.standalone == 1) {
            dtd.standalone = true;
            doctype.documentIsStandalone();
        }
        input.at = end + 2;
        if (!events.xmlDeclaration(declaration.version, declaration.encoding, declaration.standalone)) {
            events.unhandled(raw);
        }
        return true;
    }

    private boolean outside() {
        int i = input.at;
        char c = input.chars[i];
        if (XmlChars.isSpace(c)) {
            input.at = input.skipSpace(i);
            events.unhandled(input.slice(i, input.at));
            return true;
        }
        if (c != '<') {
            throw textOutside(i);
        }
        if (i + 1 == input.limit) {
            return incomplete(input);
        }
        char next = input.chars[i + 1];
        if (next == '?') {
            return content.instruction(input);
        }
        if (input.startsWith(i, "<!--")) {
            return content.comment(input);
        }
        if (next == '!') {
            return startDoctype(i);
        }
        if (!XmlChars.isNameStart(next)) {
            throw invalid(i + 1);
        }
        if (phase == Phase.EPILOG) {
            throw new XmlFailure(XmlFailure.JUNK_AFTER_DOC_ELEMENT, i);
        }
        doctype.readForeign();
        phase = Phase.CONTENT;
        return true;
    }

    /** What is wrong with something that is neither markup nor white space. */
    private XmlFailure textOutside(int i) {
        char c = input.chars[i];
        if (!XmlChars.isName(c) && "\"'[](),|>%#".indexOf(c) < 0) {
            return invalid(i);
        }
        int end = input.skipName(i);
        boolean endsBadly =
                end > i && (end < input.limit ? " \n\r\t>),|[%?*+".indexOf(input.chars[end]) < 0 : input.isMalformed());
        if (endsBadly) {
            return invalid(end);
        }
        return new XmlFailure(phase == Phase.PROLOG ? XmlFailure.SYNTAX : XmlFailure.JUNK_AFTER_DOC_ELEMENT, i);
    }

    private boolean startDoctype(int i) {
        if (input.mayBecome(i, "<!--") || input.mayBecome(i, "<!DOCTYPE")) {
            return incomplete(input);
        }
        if (!input.startsWith(i, "<!DOCTYPE")) {
            boolean isDeclaration = i + 2 < input.limit && XmlChars.isNameStart(input.chars[i + 2]);
            throw isDeclaration ? new XmlFailure(XmlFailure.SYNTAX, i) : invalid(i + 2);
        }
        if (phase == Phase.EPILOG || doctype.wasSeen()) {
            throw new XmlFailure(phase == Phase.EPILOG ? XmlFailure.JUNK_AFTER_DOC_ELEMENT : XmlFailure.SYNTAX, i);
        }
        int end = DoctypeParser.headEnd(input, i);
        if (end < 0) {
            return incomplete(input);
        }
        boolean hasSubset = input.chars[end] == '[';
        int from = input.at;
        doctype.head(input, from, end, hasSubset);
        input.at = end + 1;
        if (hasSubset) {
            phase = Phase.SUBSET;
        } else {
            finishDoctype(">");
        }
        return true;
    }

    private boolean subset() {
        int i = input.at;
        if (kind == Kind.DOCUMENT && input.chars[i] == ']') {
            if (!events.wantsDoctype()) {
                events.unhandled("]");
            }
            input.at++;
            phase = Phase.SUBSET_CLOSED;
            return true;
        }
        return subsetToken(input);
    }

    /** A token between declarations, of this parser's text or of a parameter entity's. */
    private boolean subsetToken(XmlText source) {
        int i = source.at;
        if (source == input) {
            content.setEventPlace(i);
        }
        if (source.startsWith(i, "<?")) {
            return content.instruction(source);
        }
        if (source.startsWith(i, "<!--")) {
            return content.comment(source);
        }
        if (source.chars[i] != '%') {
            return doctype.token(source) || incomplete(source);
        }
        int end = References.end(source, i);
        if (end < 0) {
            return incomplete(source);
        }
        String name = source.slice(i + 1, end - 1);
        source.at = end;
        XmlDtd.Entity entity = doctype.parameterEntity(name, source.slice(i, end), i);
        if (entity != null) {
            entity.open = true;
            try {
                dtd.charge(entity.text.length());
                XmlText text = new XmlText(entity.text.toCharArray(), true);
                while (text.at < text.limit && subsetToken(text)) {
                    // Until its end.
                }
            } catch (XmlFailure e) {
                throw new XmlFailure(e.code);
            } finally {
                entity.open = false;
            }
        }
        return true;
    }

    private boolean closeDoctype() {
        int i = input.at;
        char c = input.chars[i];
        if (XmlChars.isSpace(c)) {
            input.at = input.skipSpace(i);
            if (!events.wantsDoctype()) {
                events.unhandled(input.slice(i, input.at));
            }
            return true;
        }
        if (c != '>') {
            throw new XmlFailure(XmlFailure.SYNTAX, i);
        }
        input.at++;
        finishDoctype(">");
        return true;
    }

    private void finishDoctype(String raw) {
        phase = Phase.PROLOG;
        doctype.close();
        if (!events.endDoctype() && !events.wantsDoctype()) {
            events.unhandled(raw);
        }
    }
}
