package org.pyvm.ast;

import java.util.Set;
import org.pyvm.parser.Grammar;
import org.pyvm.parser.GrammarParser;
import org.pyvm.parser.Parser;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Tokenizer;

/** The stages up to the AST, and what a case file says of their outcome. */
final class Stages {
    private static final Tokenizer TOKENIZER = new PythonTokenizer();
    private static final AstDump DUMP = new AstDump(true, true, null);

    static final Stages SHORT_TREES = new Stages(new GrammarParser(), Lowerings.NONE);
    static final Stages FULL_TREES = new Stages(new GrammarParser(Grammar.python(), true), Lowerings.NONE);

    private final Parser parser;
    private final AstBuilder builder;

    Stages(Parser parser, Lowerings lowerings) {
        this.parser = new LiteralCheckingParser(TOKENIZER, parser, new UnicodeNames());
        this.builder = new ParseTreeAstBuilder(TOKENIZER, this.parser, lowerings, new UnicodeNames());
    }

    Mod build(SourceText source, CompilationContext context) {
        return builder.build(parser.parse(source, TOKENIZER.tokenize(source, context), context), source, context);
    }

    Mod build(String source) {
        CompilationContext context = CompilationContext.of("<case>", Mode.FILE);
        return build(SourceDecoding.ofString(source, context), context);
    }

    /** The dump of a file. */
    String dump(byte[] source, String fileName) {
        CompilationContext context = CompilationContext.of(fileName, Mode.FILE);
        return DUMP.text(build(SourceDecoding.ofBytes(source, context), context));
    }

    /** In the form that record.py writes: warnings, then the dump or the error. */
    String outcome(String header, String source) {
        var outcome = new StringBuilder();
        CompilationContext context = context(header, (category, message, fileName, line) -> {
            if (header.contains("error")) {
                throw new CompilationContext.WarningIsError();
            }
            outcome.append(category)
                    .append(" in line ")
                    .append(line)
                    .append(": ")
                    .append(message)
                    .append('\n');
        });
        try {
            outcome.append(DUMP.text(build(SourceDecoding.ofString(source, context), context)));
        } catch (CompileException e) {
            SourceRange range = e.range();
            outcome.append(e.exceptionName()).append(": ").append(e.getMessage());
            outcome.append(" (").append(range.line()).append(", ").append(range.column());
            outcome.append(", ").append(range.endLine()).append(", ").append(range.endColumn());
            outcome.append(") ").append(ascii(e.lineText()));
        }
        return outcome.toString();
    }

    private static CompilationContext context(String header, CompilationContext.WarningSink warnings) {
        String[] options = header.split(" ");
        Mode mode = switch (options[0]) {
            case "exec" -> Mode.FILE;
            case "eval" -> Mode.EVAL;
            case "single" -> Mode.SINGLE;
            case "func_type" -> Mode.FUNC_TYPE;
            default -> throw new IllegalArgumentException(header);
        };
        int flags = header.contains("type_comments") ? CompilationContext.TYPE_COMMENTS : 0;
        return new CompilationContext(
                "<case>",
                mode,
                0,
                Set.of(),
                Set.of(),
                flags,
                warnings,
                CompilationContext.SourceDecoder.NONE,
                CompilationContext.Safepoint.NONE);
    }

    /** Python's {@code ascii}. */
    private static String ascii(String text) {
        var result = new StringBuilder();
        ConstantRepr.of(CodePoints.of(text)).codePoints().forEach(c -> {
            if (c < 0x80) {
                result.append((char) c);
            } else if (c < 0x100) {
                result.append(String.format("\\x%02x", c));
            } else if (c < 0x10000) {
                result.append(String.format("\\u%04x", c));
            } else {
                result.append(String.format("\\U%08x", c));
            }
        });
        return result.toString();
    }
}
