package org.pyvm.ast.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Bytes;
import org.pyvm.ast.Expr;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/** String tokens that stand side by side, joined to one constant or f-string. */
final class StringLowering {
    private final TreeLowering lower;
    private final Token first;
    private final Token last;
    private final SourceRange range;
    private final String kind;
    private final CodePointBuilder pending = new CodePointBuilder();
    private final List<Expr> values = new ArrayList<>();

    private StringLowering(Token first, Token last, TreeLowering lower) {
        this.lower = lower;
        this.first = first;
        this.last = last;
        this.range = lower.positions().range(first, last);
        // Of the first token only, and only of the small letter.
        this.kind = first.text().charAt(0) == 'u' ? "u" : null;
    }

    /** One token. */
    static Expr string(Token token, TreeLowering lower) {
        String text = token.text();
        int end = text.length() - 1;
        if (text.charAt(0) == text.charAt(end)
                && (text.charAt(1) != text.charAt(0) || end == 1)
                && text.indexOf('\\') < 0) {
            // Most are like this: no prefix, one quote, nothing to decode.
            return new Expr.Constant(CodePoints.of(text.substring(1, end)), null, lower.range(token));
        }
        return new StringLowering(token, token, lower).join(List.of(token));
    }

    /** The STRING tokens among a node's children, which are all of them. */
    static Expr strings(ParseTree tree, TreeLowering lower) {
        List<Token> tokens = new ArrayList<>(tree.childCount());
        for (int i = 0; i < tree.childCount(); i++) {
            if (!tree.child(i).isToken(TokenKind.STRING)) {
                throw new IllegalStateException("no string: " + tree.child(i).symbol());
            }
            tokens.add(tree.child(i).token());
        }
        return strings(tokens, lower);
    }

    /** Adjacent tokens. */
    static Expr strings(List<Token> tokens, TreeLowering lower) {
        return new StringLowering(tokens.getFirst(), tokens.getLast(), lower).join(tokens);
    }

    private Expr join(List<Token> tokens) {
        try {
            return joinTokens(tokens);
        } catch (LiteralException e) {
            throw lower.errors().behind(last, e.getMessage());
        }
    }

    private Expr joinTokens(List<Token> tokens) {
        boolean bytes = false;
        boolean formatted = false;
        var joinedBytes = new ByteArrayOutputStream(0);
        for (Token token : tokens) {
            StringToken string = StringToken.of(token);
            byte[] decoded = string.bytes() ? bytes(string) : null;
            if (!string.bytes() && !string.formatted()) {
                addText(string, string.start(), string.end());
            }
            if (token != first && string.bytes() != bytes) {
                throw new LiteralException("cannot mix bytes and nonbytes literals");
            }
            bytes = string.bytes();
            if (bytes) {
                joinedBytes.writeBytes(decoded);
            } else if (string.formatted()) {
                formatted = true;
                new FString(this, string, lower).addTo(this);
            }
        }
        if (bytes) {
            return new Expr.Constant(Bytes.of(joinedBytes.toByteArray()), null, range);
        }
        if (!formatted) {
            return new Expr.Constant(pending.take(), kind, range);
        }
        return joined();
    }

    private Expr joined() {
        endText();
        return new Expr.JoinedStr(List.copyOf(values), range);
    }

    /** Collects the parts of a format specification. Its fields, and text before them, stand where the whole does. */
    StringLowering formatSpec() {
        return new StringLowering(first, last, lower);
    }

    /** The format specification, which stands where its token does, and so does the text at its end. */
    Expr finish(Token token) {
        SourceRange itsRange = lower.positions().range(token);
        if (!pending.isEmpty()) {
            values.add(new Expr.Constant(pending.take(), null, itsRange));
        }
        return new Expr.JoinedStr(List.copyOf(values), itsRange);
    }

    void addField(Expr value, int conversion, Expr formatSpec) {
        endText();
        values.add(new Expr.FormattedValue(value, conversion, formatSpec, range));
    }

    /** Adds text as it is written. */
    void addVerbatim(String text, int from, int to) {
        pending.add(text, from, to);
    }

    private void endText() {
        if (!pending.isEmpty()) {
            values.add(new Expr.Constant(pending.take(), kind, range));
        }
    }

    /** Adds a part of a literal, decoding its escapes unless it is raw. */
    void addText(StringToken string, int from, int to) {
        String text = string.text();
        if (string.raw() || text.indexOf('\\', from, to) < 0) {
            pending.add(text, from, to);
            return;
        }
        String invalid = StrEscapes.decode(text, from, to, lower.literals().names(), pending);
        warn(string.token(), invalid);
    }

    private byte[] bytes(StringToken string) {
        String text = string.text();
        for (int i = string.start(); i < string.end(); i++) {
            if (text.charAt(i) >= 0x80) {
                throw lower.errors()
                        .spanning(string.token(), string.token(), "bytes can only contain ASCII literal characters");
            }
        }
        if (string.raw()) {
            return text.substring(string.start(), string.end()).getBytes(StandardCharsets.US_ASCII);
        }
        var escapes = new BytesEscapes(text, string.start(), string.end());
        byte[] decoded = escapes.decode();
        warn(string.token(), escapes.firstInvalid());
        return decoded;
    }

    /** Warns of an improper escape, the text behind a backslash; null is none. */
    void warn(Token token, String escape) {
        if (escape == null) {
            return;
        }
        String kind = escape.length() > 1 ? "octal escape" : "escape";
        String message = "invalid " + kind + " sequence '\\" + escape + "'";
        CompilationContext context = lower.context();
        try {
            context.warnings()
                    .warn(
                            "DeprecationWarning",
                            message,
                            context.fileName(),
                            lower.positions().line(token));
        } catch (CompilationContext.WarningIsError e) {
            throw lower.errors().spanning(token, token, message);
        }
    }
}
