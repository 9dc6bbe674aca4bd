package org.pyvm.modules.introspection;

import java.util.HashMap;
import java.util.Map;
import org.pyvm.compiler.FrontEnds;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.modules.builtins.Compilation;
import org.pyvm.modules.builtins.SyntaxErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceDecoding;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;

/**
 * {@code _tokenize.TokenizerIter}: tuples of text, number, lines, columns in UTF-8 bytes, and what the tokenizer has read of
 * the source by then: the physical line, with those before it that one token or a backslash joins to it.
 *
 * <p>Errors that CPython's tokenizer words itself are raised; those that it leaves to the parser (indentation, a lone
 * backslash) end the iteration.
 */
@PythonType(name = "TokenizerIter", module = "_tokenize")
public final class PyTokenizerIter extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_tokenize", "TokenizerIter", new PyTokenizerIterExposed.SlotTable(), new PyTokenizerIterExposed())
            .notSubclassable();

    private static final Map<String, Integer> NUMBERS = numbers();

    private final SourceText source;
    private final TokenStream tokens;
    private final int lastLine;
    /** The first of the lines that are joined to {@link #readLine}, from 1. */
    private int joinedFrom = 1;

    private int readLine = 1;
    /** Where the token before ended in {@link #readLine}, in code points; -1 at the start of a line that is joined to none. */
    private int readColumn = -1;

    private boolean ended;

    private PyTokenizerIter(SourceText source, TokenStream tokens) {
        super(TYPE);
        this.source = source;
        this.tokens = tokens;
        // Behind a line end there is no other line yet.
        int lines = source.lineCount();
        this.lastLine = lines > 1 && source.line(lines).isEmpty() ? lines - 1 : lines;
    }

    @PythonNew(value = "($cls, /, source)", showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, PyObject source) {
        if (!(source instanceof PyStr given)) {
            throw PyErr.typeError(
                    "tokenizeriter() argument 'source' must be str, not %s",
                    source.type().name());
        }
        String text = given.toString();
        if (given.bmp() != null && text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            throw FileSystemPaths.surrogatesNotAllowed(given);
        }
        if (text.indexOf('\0') >= 0) {
            throw PyErr.valueError("embedded null character");
        }
        var context = Compilation.context(thread, "<string>", Mode.FILE, 0, -1);
        try {
            SourceText lines = SourceDecoding.ofString(text, context);
            FrontEnds frontEnds = thread.interpreter().service(FrontEnds.class);
            return new PyTokenizerIter(lines, frontEnds.python().tokenizer().tokenize(lines, context));
        } catch (CompileException e) {
            throw SyntaxErrors.toPython(thread, e);
        }
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        if (ended) {
            return null;
        }
        try {
            Token token = tokens.next();
            if (token.kind() != TokenKind.ENDMARKER) {
                return tuple(token);
            }
        } catch (CompileException e) {
            ended = true;
            if (!isParsers(e)) {
                throw SyntaxErrors.toPython(thread, e);
            }
        }
        ended = true;
        return null;
    }

    /** Whether CPython's tokenizer only says what is wrong and its parser finds the words. */
    private static boolean isParsers(CompileException e) {
        String message = e.getMessage();
        return !e.exceptionName().equals("SyntaxError")
                || message.startsWith("unexpected EOF")
                || message.startsWith("unexpected character after line continuation")
                || message.endsWith("was never closed");
    }

    private PyObject tuple(Token token) {
        boolean placed = token.kind() != TokenKind.INDENT && token.kind() != TokenKind.DEDENT;
        int line = Math.min(token.line(), lastLine);
        int endLine = Math.min(token.endLine(), lastLine);
        readTo(line);
        if (endLine > readLine) {
            readLine = endLine;
        }
        if (placed) {
            readColumn = token.endColumn();
        }
        StringBuilder read = new StringBuilder();
        for (int i = joinedFrom; i <= endLine; i++) {
            read.append(source.line(i)).append('\n');
        }
        return PyTuple.of(
                PyStr.of(text(token)),
                PyInt.of(number(token)),
                PyInt.of(line),
                PyInt.of(endLine),
                PyInt.of(placed ? source.utf8Column(line, token.column()) : -1),
                PyInt.of(placed ? source.utf8Column(endLine, token.endColumn()) : -1),
                PyStr.of(read.toString()));
    }

    /** Steps over the line ends before a token. One is joined to the next line when a backslash behind a token says so. */
    private void readTo(int line) {
        for (; readLine < line; readLine++) {
            String rest = readColumn < 0 ? "" : source.line(readLine).substring(utf16(readLine, readColumn));
            if (!rest.strip().equals("\\")) {
                joinedFrom = readLine + 1;
                readColumn = -1;
            } else {
                readColumn = 0;
            }
        }
    }

    private int utf16(int line, int column) {
        String text = source.line(line);
        return text.offsetByCodePoints(0, Math.min(column, text.codePointCount(0, text.length())));
    }

    /** A NEWLINE's text is the comment before it. */
    private String text(Token token) {
        if (token.kind() == TokenKind.INDENT) {
            return "";
        }
        if (token.kind() == TokenKind.NEWLINE) {
            int line = Math.min(token.line(), lastLine);
            return source.line(line).substring(utf16(line, token.column())).strip();
        }
        return token.text();
    }

    private static int number(Token token) {
        if (token.kind() == TokenKind.NAME) {
            String text = token.text();
            return NUMBERS.get(text.equals("async") || text.equals("await") ? text : "NAME");
        }
        return NUMBERS.getOrDefault(token.kind().name(), NUMBERS.get("OP"));
    }

    /** As in 3.11's {@code token}: {@code :=} came before OP, {@code await} and {@code async} after it. */
    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (TokenKind kind : TokenKind.PYTHON) {
            if (kind.number36() >= 0 && kind.number36() < TokenKind.OP.number36()) {
                numbers.put(kind.name(), kind.number36());
            }
        }
        numbers.put("COLONEQUAL", 53);
        numbers.put("OP", 54);
        numbers.put("await", 55);
        numbers.put("async", 56);
        return Map.copyOf(numbers);
    }
}
