package org.pyvm.parser.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.parser.GrammarException.Problem;

/** Reads the notation of {@code python.grammar}. What it cannot read it notes, and goes on with the next rule. */
public final class GrammarReader {
    private final String text;
    private final List<Problem> problems;
    private final List<Rule> rules = new ArrayList<>();
    private int position;
    private int line = 1;

    private GrammarReader(String text, List<Problem> problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The rules in the order of the text, without symbols; what is wrong is added to {@code problems}. */
    public static List<Rule> read(String text, List<Problem> problems) {
        var reader = new GrammarReader(text, problems);
        while (reader.toNextRule()) {
            try {
                reader.rules.add(reader.rule());
            } catch (NotationException e) {
                problems.add(new Problem(reader.line, e.getMessage()));
                reader.skipRule();
            }
        }
        return reader.rules;
    }

    private Rule rule() {
        int ruleLine = line;
        String name = word();
        if (name.isEmpty()) {
            throw new NotationException("a rule's name is expected, not '" + text.charAt(position) + "'");
        }
        boolean keep = accept('!');
        boolean giveWay = !keep && accept('?');
        if (!accept(':')) {
            throw new NotationException("':' is expected after the name of rule " + name);
        }
        Expansion expansion = choice();
        if (!atRuleEnd()) {
            throw new NotationException("'" + text.charAt(position) + "' is out of place");
        }
        return new Rule(name, null, keep, giveWay, expansion, ruleLine);
    }

    private Expansion choice() {
        List<Expansion> alternatives = new ArrayList<>();
        do {
            alternatives.add(sequence());
        } while (accept('|'));
        return alternatives.size() == 1 ? alternatives.getFirst() : new Expansion.Choice(List.copyOf(alternatives));
    }

    private Expansion sequence() {
        List<Expansion> parts = new ArrayList<>();
        while (!atRuleEnd() && "|)]".indexOf(text.charAt(position)) < 0) {
            parts.add(repeated());
        }
        if (parts.isEmpty()) {
            throw new NotationException("an alternative is empty");
        }
        return parts.size() == 1 ? parts.getFirst() : new Expansion.Sequence(List.copyOf(parts));
    }

    private Expansion repeated() {
        Expansion part = single();
        if (accept('*')) {
            return new Expansion.Repeat(part, false);
        }
        return accept('+') ? new Expansion.Repeat(part, true) : part;
    }

    private Expansion single() {
        int partLine = line;
        if (accept('(')) {
            return closed(choice(), ')');
        }
        if (accept('[')) {
            return new Expansion.Optional(closed(choice(), ']'));
        }
        if (text.startsWith("...", position)) {
            position += 3;
            skipSpace();
            return new Expansion.Existing(partLine);
        }
        char c = text.charAt(position);
        if (c == '\'' || c == '"') {
            int end = text.indexOf(c, position + 1);
            if (end <= position + 1 || text.substring(position, end).indexOf('\n') >= 0) {
                throw new NotationException("a quoted text does not end, or is empty");
            }
            String quoted = text.substring(position + 1, end);
            position = end + 1;
            skipSpace();
            return new Expansion.Quoted(quoted, c == '"', partLine);
        }
        String name = word();
        if (name.isEmpty()) {
            throw new NotationException("'" + c + "' is out of place");
        }
        return new Expansion.Name(name, partLine);
    }

    private Expansion closed(Expansion inner, char bracket) {
        if (!accept(bracket)) {
            throw new NotationException("'" + bracket + "' is missing");
        }
        return inner;
    }

    private String word() {
        int start = position;
        while (position < text.length() && isWord(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position).intern();
        skipSpace();
        return word;
    }

    private static boolean isWord(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private boolean accept(char c) {
        if (atRuleEnd() || text.charAt(position) != c) {
            return false;
        }
        position++;
        skipSpace();
        return true;
    }

    /** A rule goes on in lines that are indented: space is skipped up to the next thing, but not into the next rule. */
    private void skipSpace() {
        skip(false);
    }

    private void skipRule() {
        while (!atRuleEnd()) {
            position++;
            skipSpace();
        }
    }

    private boolean toNextRule() {
        skip(true);
        return position < text.length();
    }

    private void skip(boolean intoNextRule) {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '#') {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (c == '\n') {
                if (!intoNextRule && startsRule(position + 1)) {
                    return;
                }
                line++;
                position++;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                position++;
            } else {
                return;
            }
        }
    }

    private boolean startsRule(int at) {
        return at < text.length() && " \t\r\n#".indexOf(text.charAt(at)) < 0;
    }

    /** Whether the rule being read has ended: its text, or its last line that is indented. */
    private boolean atRuleEnd() {
        return position >= text.length() || text.charAt(position) == '\n';
    }

    /** Leaves the rule being read. */
    private static final class NotationException extends RuntimeException {
        NotationException(String message) {
            super(message, null, false, false);
        }
    }
}
