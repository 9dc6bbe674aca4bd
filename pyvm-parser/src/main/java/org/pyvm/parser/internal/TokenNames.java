package org.pyvm.parser.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.parser.Symbol;
import org.pyvm.tokenizer.TokenKind;

/** The kinds of tokens that a grammar may speak of: Python's own and those of plugins. */
public final class TokenNames {
    private final Map<String, TokenKind> byName = new LinkedHashMap<>();
    private final Map<String, TokenKind> bySpelling = new HashMap<>();
    private final Map<TokenKind, Symbol> symbols = new HashMap<>();

    /** Symbols are taken over from {@code base}, which may be null, so that derived grammars share them. */
    public TokenNames(List<TokenKind> kinds, TokenNames base) {
        for (TokenKind kind : kinds) {
            byName.put(kind.name(), kind);
            if (kind.spelling() != null) {
                bySpelling.put(kind.spelling(), kind);
            }
            Symbol known = base == null ? null : base.symbols.get(kind);
            symbols.put(kind, known != null ? known : Symbol.terminal(kind));
        }
    }

    /** The kind of that name, or null. */
    public TokenKind byName(String name) {
        return byName.get(name);
    }

    /** The operator written so, or null. */
    public TokenKind bySpelling(String spelling) {
        return bySpelling.get(spelling);
    }

    public Symbol symbol(TokenKind kind) {
        return symbols.get(kind);
    }

    /** Whether a quoted text is a keyword; else it is an operator. */
    public static boolean isWord(String quoted) {
        return Character.isUnicodeIdentifierStart(quoted.codePointAt(0)) || quoted.charAt(0) == '_';
    }
}
