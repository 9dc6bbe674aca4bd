package org.pyvm.cli;

import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor where a statement ends, and which word is to be completed. */
final class StatementParser implements Parser {
    private final Predicate<String> isComplete;

    StatementParser(Predicate<String> isComplete) {
        this.isComplete = isComplete;
    }

    @Override
    public ParsedLine parse(String text, int cursor, ParseContext context) {
        boolean accepting = context == ParseContext.ACCEPT_LINE;
        if (accepting && !text.isBlank() && !isComplete.test(text)) {
            throw new EOFError(-1, -1, "incomplete");
        }
        int start = cursor;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        return new Word(text, cursor, text.substring(start, cursor));
    }

    /** Names and the dots between them: {@code rlcompleter} completes both. */
    private static boolean isWord(char c) {
        return Character.isUnicodeIdentifierPart(c) || c == '_' || c == '.';
    }

    /** The word before the cursor, in a line that has no others. */
    private record Word(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        /** Names need no quotes. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }
}
