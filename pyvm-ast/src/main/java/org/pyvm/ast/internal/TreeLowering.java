package org.pyvm.ast.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Lowering;
import org.pyvm.ast.LoweringRule;
import org.pyvm.ast.Lowerings;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Node;
import org.pyvm.ast.ParameterRule;
import org.pyvm.ast.Pattern;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.StatementList;
import org.pyvm.ast.Stmt;
import org.pyvm.ast.TrailerRule;
import org.pyvm.ast.TypeIgnore;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;

/** One compilation: finds the lowering of each node by its symbol. */
public final class TreeLowering implements Lowering {
    /** Null when only literals are checked. */
    private final ParseTree root;

    private final Supplier<List<Token>> tokens;
    private final SourceText source;
    private final CompilationContext context;
    private final Literals literals;
    private final Lowerings lowerings;
    private final Positions positions;
    private final boolean inFString;
    /** By symbol, filled as symbols are met. */
    private Entry[] entries = new Entry[512];

    private int depth;
    /** What a plugin is making a node for, or null. */
    private Asked asked;

    public TreeLowering(
            ParseTree root, SourceText source, CompilationContext context, Literals literals, Lowerings lowerings) {
        this(root, () -> Leaves.of(root), source, context, literals, lowerings, new Positions(source, 0, 0), false, 0);
    }

    /** For {@link #checkStrings()} alone. */
    public TreeLowering(List<Token> tokens, SourceText source, CompilationContext context, Literals literals) {
        this(null, () -> tokens, source, context, literals, Lowerings.NONE, new Positions(source, 0, 0), false, 0);
    }

    private TreeLowering(
            ParseTree root,
            Supplier<List<Token>> tokens,
            SourceText source,
            CompilationContext context,
            Literals literals,
            Lowerings lowerings,
            Positions positions,
            boolean inFString,
            int depth) {
        this.root = root;
        this.tokens = tokens;
        this.source = source;
        this.context = context;
        this.literals = literals;
        this.lowerings = lowerings;
        this.positions = positions;
        this.inFString = inFString;
        this.depth = depth;
    }

    /** The lowering of an expression that was cut out of an f-string and parsed by itself. */
    TreeLowering nested(ParseTree tree, SourceText text, CompilationContext itsContext, Positions place) {
        var nested = new TreeLowering(
                tree, () -> Leaves.of(tree), text, itsContext, literals, lowerings, place, true, depth);
        nested.entries = entries;
        return nested;
    }

    /** The whole tree. */
    public Mod module() {
        return switch (context.mode()) {
            case FILE -> new Mod.Module(statements(root), typeIgnores());
            case SINGLE -> new Mod.Interactive(interactive());
            case EVAL -> new Mod.Expression(expression(root.child(0)));
            case FUNC_TYPE -> Definitions.functionType(root.child(0), this);
        };
    }

    /**
     * Decodes the strings among the tokens, a group of adjacent ones when the token behind it is there too.
     *
     * @throws CompileException for the first that is wrong
     */
    public void checkStrings() {
        List<Token> all = tokens.get();
        int start = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() != TokenKind.STRING) {
                if (start < i) {
                    StringLowering.strings(all.subList(start, i), this);
                }
                start = i + 1;
            }
        }
    }

    private List<Stmt> interactive() {
        if (root.child(0).isToken(TokenKind.NEWLINE)) {
            return List.of(new Stmt.Pass(range(root.child(0))));
        }
        return statements(root);
    }

    private List<TypeIgnore> typeIgnores() {
        if (!context.has(CompilationContext.TYPE_COMMENTS)) {
            return List.of();
        }
        // They are no part of the grammar, so the tree does not have them.
        List<TypeIgnore> found = new ArrayList<>();
        TokenStream tokens = literals.tokenizer().tokenize(source, context);
        for (Token token = tokens.next(); token.kind() != TokenKind.ENDMARKER; token = tokens.next()) {
            if (token.kind() == TokenKind.TYPE_IGNORE) {
                found.add(new TypeIgnore(token.line(), token.text()));
            }
        }
        return List.copyOf(found);
    }

    @Override
    public List<Stmt> suite(ParseTree tree) {
        return statements(tree);
    }

    @Override
    public List<Stmt> suiteOrEmpty(ParseTree parent, int index) {
        return index < parent.childCount() ? statements(parent.child(index)) : List.of();
    }

    /** The statements below a {@code suite}, a {@code simple_stmt}, or the root. */
    private List<Stmt> statements(ParseTree tree) {
        List<Stmt> statements = new ArrayList<>(tree.childCount());
        addStatements(tree, statements);
        return List.copyOf(statements);
    }

    private void addStatements(ParseTree tree, List<Stmt> statements) {
        for (int i = 0; i < tree.childCount(); i++) {
            ParseTree child = tree.child(i);
            if (child.isTerminal()) {
                continue; // NEWLINE, INDENT, DEDENT, ';', ENDMARKER
            }
            if (child.isRule("simple_stmt") || child.isRule("stmt")) {
                addStatements(child, statements);
            } else {
                add(statement(child), statements);
            }
        }
    }

    private static void add(Stmt made, List<Stmt> statements) {
        if (made instanceof StatementList several) {
            statements.addAll(several.statements());
        } else {
            statements.add(made);
        }
    }

    private Stmt statement(ParseTree tree) {
        return switch (lower(tree)) {
            case Stmt statement -> statement;
            case Expr value -> new Stmt.ExprStmt(value, range(tree));
            case Node other -> throw wrongKind(tree, "statement", other);
        };
    }

    @Override
    public Expr expression(ParseTree tree) {
        Node node = lower(tree);
        if (node instanceof Expr expression) {
            return expression;
        }
        throw wrongKind(tree, "expression", node);
    }

    @Override
    public Pattern pattern(ParseTree tree) {
        Node node = lower(tree);
        if (node instanceof Pattern pattern) {
            return pattern;
        }
        throw wrongKind(tree, "pattern", node);
    }

    private static IllegalStateException wrongKind(ParseTree tree, String wanted, Node found) {
        return new IllegalStateException(
                "the lowering of rule " + tree.symbol() + " made " + found.nodeName() + ", no " + wanted);
    }

    @Override
    public Expr target(ParseTree tree, ExprContext itsContext) {
        return Targets.target(tree, itsContext, this);
    }

    private Node lower(ParseTree tree) {
        ParseTree node = tree;
        while (!node.isTerminal()) {
            Entry entry = entry(node);
            if (!entry.passesSingle() || node.childCount() != 1) {
                context.safepoint().check(++depth);
                Node result = entry.rule().lower(node, this);
                depth--;
                return result;
            }
            node = node.child(0);
        }
        return terminal(node);
    }

    @Override
    public Node python(ParseTree tree) {
        if (asked != null && asked.tree() == tree && asked.at() > 0) {
            return asked(new Asked(tree, asked.rules(), asked.at() - 1));
        }
        return CoreRules.BY_NAME
                .getOrDefault(tree.symbol().name(), Entry.PASS)
                .rule()
                .lower(tree, this);
    }

    @Override
    public Expr index(ParseTree subscripts) {
        return Primaries.index(subscripts, this);
    }

    @Override
    public Expr strings(ParseTree parent, UnaryOperator<String> respelling) {
        List<Token> respelled = new ArrayList<>();
        for (int i = 0; i < parent.childCount(); i++) {
            Token token = parent.child(i).token();
            respelled.add(token.withText(respelling.apply(token.text())));
        }
        return StringLowering.strings(respelled, this);
    }

    @Override
    public Expr number(String text, ParseTree tree) {
        return number(tree.firstToken().withText(text));
    }

    @Override
    public String text(SourceRange range) {
        return positions.text(range);
    }

    TrailerRule trailer(ParseTree tree) {
        return lowerings.trailer(tree.symbol().name());
    }

    ParameterRule parameter(ParseTree tree) {
        return lowerings.parameter(tree.symbol().name());
    }

    private Entry entry(ParseTree node) {
        int index = node.symbol().index();
        if (index >= entries.length) {
            entries = Arrays.copyOf(entries, index + 64);
        }
        Entry entry = entries[index];
        if (entry == null) {
            entry = find(node.symbol().name());
            entries[index] = entry;
        }
        return entry;
    }

    private Entry find(String rule) {
        List<LoweringRule> added = lowerings.get(rule);
        return added.isEmpty()
                ? CoreRules.BY_NAME.getOrDefault(rule, Entry.PASS)
                : Entry.of((tree, lower) -> lower.asked(new Asked(tree, added, added.size() - 1)));
    }

    /** A node whose meaning plugins are asked for, the last of them first. */
    private record Asked(ParseTree tree, List<LoweringRule> rules, int at) {}

    private Node asked(Asked question) {
        Asked outer = asked;
        asked = question;
        try {
            return question.rules().get(question.at()).lower(question.tree(), this);
        } finally {
            asked = outer;
        }
    }

    private Expr terminal(ParseTree leaf) {
        Token token = leaf.token();
        TokenKind kind = token.kind();
        if (kind == TokenKind.NAME) {
            return name(token);
        }
        if (kind == TokenKind.NUMBER) {
            return number(token);
        }
        if (kind == TokenKind.STRING) {
            return StringLowering.string(token, this);
        }
        if (kind == TokenKind.ELLIPSIS) {
            return new Expr.Constant(SpecialConstant.ELLIPSIS, null, range(token));
        }
        throw new IllegalStateException("no expression: token " + kind);
    }

    private Expr name(Token token) {
        SourceRange range = range(token);
        return switch (token.text()) {
            case "None" -> new Expr.Constant(SpecialConstant.NONE, null, range);
            case "True" -> new Expr.Constant(true, null, range);
            case "False" -> new Expr.Constant(false, null, range);
            default -> new Expr.Name(identifier(token), ExprContext.LOAD, range);
        };
    }

    Expr number(Token token) {
        try {
            return new Expr.Constant(NumberLiteral.valueOf(token.text()), null, range(token));
        } catch (NumberLiteral.TooManyDigits e) {
            throw errors().inLine(token, e.getMessage());
        }
    }

    @Override
    public String identifier(ParseTree name) {
        return identifier(name.firstToken());
    }

    String identifier(Token name) {
        String text = name.text();
        if (source.isAscii()) {
            return text;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    @Override
    public SourceRange range(ParseTree tree) {
        return positions.range(tree.firstToken(), tree.lastToken());
    }

    @Override
    public SourceRange range(ParseTree first, ParseTree last) {
        return positions.range(first.firstToken(), last.lastToken());
    }

    SourceRange range(Token token) {
        return positions.range(token, token);
    }

    @Override
    public CompileException error(String message, ParseTree tree) {
        return errors().spanning(tree.firstToken(), tree.lastToken(), message);
    }

    LiteralErrors errors() {
        return new LiteralErrors(tokens.get(), source, positions, inFString, context);
    }

    Positions positions() {
        return positions;
    }

    Literals literals() {
        return literals;
    }

    @Override
    public CompilationContext context() {
        return context;
    }
}
