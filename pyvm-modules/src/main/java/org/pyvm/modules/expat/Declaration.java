package org.pyvm.modules.expat;

import java.util.ArrayList;
import java.util.List;

/** The text of one declaration, without what closes it, being taken apart. */
final class Declaration {
    private final String text;
    /** Where it starts in the document, or {@link XmlFailure#HERE}. */
    private final int start;

    private int at;

    Declaration(String text, int start, String opening) {
        this.text = text;
        this.start = start;
        at = opening.length();
    }

    private XmlFailure failure(int code) {
        return new XmlFailure(code, start < 0 ? XmlFailure.HERE : start + at);
    }

    XmlFailure syntaxError() {
        return failure(at >= text.length() || isTokenStart() ? XmlFailure.SYNTAX : XmlFailure.INVALID_TOKEN);
    }

    private boolean isTokenStart() {
        char c = text.charAt(at);
        return XmlChars.isName(c) || XmlChars.isSpace(c) || "\"'[](),|>#%".indexOf(c) >= 0;
    }

    XmlFailure failureHere(int code) {
        return failure(code);
    }

    XmlFailure failureAt(int code, int place) {
        return new XmlFailure(code, start < 0 ? XmlFailure.HERE : start + place);
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    boolean accept(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        boolean isName = XmlChars.isName(word.charAt(word.length() - 1));
        int end = at + word.length();
        if (isName && end < text.length() && XmlChars.isName(text.charAt(end))) {
            return false;
        }
        at = end;
        return true;
    }

    /** Skips white space; says whether there was any. */
    boolean space() {
        int from = at;
        while (at < text.length() && XmlChars.isSpace(text.charAt(at))) {
            at++;
        }
        return at > from;
    }

    void requireSpace() {
        if (!space()) {
            throw syntaxError();
        }
    }

    /** Nothing but white space may be left. */
    void end() {
        space();
        if (!isAtEnd()) {
            throw syntaxError();
        }
    }

    String name() {
        if (isAtEnd() || !XmlChars.isNameStart(text.charAt(at))) {
            throw syntaxError();
        }
        return nameToken();
    }

    /** A name that may start with any of its characters. */
    String nameToken() {
        int from = at;
        while (at < text.length() && XmlChars.isName(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw syntaxError();
        }
        return text.substring(from, at);
    }

    String literal() {
        if (!is('"') && !is('\'')) {
            throw syntaxError();
        }
        int close = text.indexOf(text.charAt(at), at + 1);
        if (close < 0) {
            throw syntaxError();
        }
        String literal = text.substring(at + 1, close);
        at = close + 1;
        return literal;
    }

    /** {@code SYSTEM "..."} or {@code PUBLIC "..." "..."}; of a notation the latter's second part may be missing. */
    XmlDtd.External externalId(String base, boolean isNotation) {
        if (accept("SYSTEM")) {
            requireSpace();
            return new XmlDtd.External(base, literal(), null);
        }
        if (!accept("PUBLIC")) {
            throw syntaxError();
        }
        requireSpace();
        int before = at;
        String publicId = literal();
        for (int i = 0; i < publicId.length(); i++) {
            if (!XmlChars.isPublicId(publicId.charAt(i))) {
                at = before;
                throw failure(XmlFailure.PUBLICID);
            }
        }
        publicId = publicId.strip().replaceAll("[ \r\n]+", " ");
        boolean spaced = space();
        if (isNotation && isAtEnd()) {
            return new XmlDtd.External(base, null, publicId);
        }
        if (!spaced) {
            throw syntaxError();
        }
        return new XmlDtd.External(base, literal(), publicId);
    }

    /** The declaration cut into names, literals, blanks and marks. */
    List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            if (XmlChars.isSpace(c)) {
                while (end < text.length() && XmlChars.isSpace(text.charAt(end))) {
                    end++;
                }
            } else if (c == '"' || c == '\'') {
                end = text.indexOf(c, end) + 1;
            } else {
                while (end < text.length()
                        && !XmlChars.isSpace(text.charAt(end))
                        && text.charAt(end) != '"'
                        && text.charAt(end) != '\'') {
                    end++;
                }
            }
            tokens.add(text.substring(i, end));
            i = end;
        }
        return tokens;
    }
}
