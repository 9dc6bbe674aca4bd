package org.pyvm.plugins.sexpr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Node;
import org.pyvm.ast.Stmt;
import org.pyvm.ast.Template;
import org.pyvm.compiler.FrontEnd;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/** Makes a syntax tree of one source's forms. */
final class SexprReader {
    private static final FrontEnd PYTHON = FrontEnd.python();

    private final SourceText source;
    private final CompilationContext context;
    private int depth;

    SexprReader(SourceText source, CompilationContext context) {
        this.source = source;
        this.context = context;
    }

    Mod module(ParseTree tree) {
        List<ParseTree> forms = parts(tree, 0, 0);
        return switch (context.mode()) {
            case FILE -> new Mod.Module(statements(forms), List.of());
            case SINGLE -> new Mod.Interactive(body(forms, tree));
            case EVAL, FUNC_TYPE -> new Mod.Expression(only(forms, tree));
        };
    }

    private Expr only(List<ParseTree> forms, ParseTree tree) {
        if (forms.size() == 1) {
            return expression(forms.getFirst());
        }
        throw error("one form was expected", tree);
    }

    private List<Stmt> statements(List<ParseTree> forms) {
        return forms.stream().flatMap(form -> statement(form).stream()).toList();
    }

    /** An empty one passes. */
    private List<Stmt> body(List<ParseTree> forms, ParseTree of) {
        return forms.isEmpty() ? List.of(new Stmt.Pass(range(of))) : statements(forms);
    }

    private List<Stmt> statement(ParseTree tree) {
        context.safepoint().check(++depth);
        String head = head(tree);
        Template form = Forms.STATEMENTS.get(head);
        List<Stmt> made = form != null
                ? form.statements(range(tree), filling(form, tree))
                : switch (head) {
                    case "def", "async-def", "class", "@" -> List.of(definition(tree, List.of()));
                    case "try" -> tryStatement(tree);
                    default -> List.of(new Stmt.ExprStmt(expression(tree), range(tree)));
                };
        depth--;
        return made;
    }

    /** {@code (def name (parameters) body*)}, {@code (class name (bases) body*)}, {@code (@ decorator definition)}. */
    private Stmt definition(ParseTree tree, List<Expr> decorators) {
        String head = head(tree);
        List<ParseTree> parts = parts(tree, 2, head.equals("@") ? 2 : 3);
        if (head.equals("@")) {
            List<Expr> more = new ArrayList<>(decorators);
            more.add(expression(parts.getFirst()));
            return definition(parts.get(1), more);
        }
        String name = name(parts.getFirst());
        List<Stmt> body = statements(parts.subList(2, parts.size()));
        if (head.equals("class")) {
            Expr.Call bases = (Expr.Call) read("_(", parts.get(1), ")");
            return new Stmt.ClassDef(name, bases.args(), bases.keywords(), body, decorators, range(tree));
        }
        Arguments parameters = parameters(parts.get(1));
        return head.equals("def")
                ? new Stmt.FunctionDef(name, parameters, body, decorators, null, null, range(tree))
                : new Stmt.AsyncFunctionDef(name, parameters, body, decorators, null, null, range(tree));
    }

    private Arguments parameters(ParseTree tree) {
        return ((Expr.Lambda) read("lambda ", tree, ": 0")).args();
    }

    /** {@code (try body* (except type name body*)* (else body*) (finally body*))}. */
    private List<Stmt> tryStatement(ParseTree tree) {
        List<ParseTree> parts = parts(tree, 2, 2);
        List<ParseTree> body = parts.stream()
                .filter(part -> !List.of("except", "else", "finally").contains(head(part)))
                .toList();
        if (body.size() == parts.size()) {
            throw error("expected (except type name body*) or (finally body*)", tree);
        }
        Draft draft = new Draft().add("try: ").add(body(body, tree), "");
        for (ParseTree part : parts.subList(body.size(), parts.size())) {
            String head = head(part);
            draft.add("\n" + head + " ");
            List<ParseTree> rest = parts(part, 2, head.equals("except") ? 2 : 0);
            if (head.equals("except")) {
                draft.add(expression(rest.getFirst()), " as ").add(name(rest.get(1)), "");
                rest = rest.subList(2, rest.size());
            }
            draft.add(": ").add(body(rest, part), "");
        }
        return draft.statements(range(tree));
    }

    private Expr expression(ParseTree tree) {
        if (tree.isTerminal()) {
            boolean starred = tree.token().text().matches("\\*[^*].*");
            return starred ? ((Expr.List) read("[", tree, "]")).elts().getFirst() : read("", tree, "");
        }
        context.safepoint().check(++depth);
        Expr made = switch (tree.symbol().name()) {
            case "vector" -> display("[", parts(tree, 1, 0), List.of(", "), "]", tree);
            case "map" -> display("{", parts(tree, 1, 0), List.of(": ", ", "), "}", tree);
            default -> tree.childCount() == 2 ? display("(", List.of(), List.of(), ")", tree) : list(tree);
        };
        depth--;
        return made;
    }

    /** @param between what stands behind the parts, in turn */
    private Expr display(String open, List<ParseTree> parts, List<String> between, String close, ParseTree tree) {
        Draft draft = new Draft().add(open);
        for (int i = 0; i < parts.size(); i++) {
            draft.add(expression(parts.get(i)), between.get(i % between.size()));
        }
        if (parts.size() % Math.max(between.size(), 1) != 0) {
            throw error("a key without a value", tree);
        }
        return draft.add(close).expression(range(tree));
    }

    private Expr list(ParseTree tree) {
        String head = head(tree);
        List<ParseTree> parts = parts(tree, 2, 0);
        SourceRange range = range(tree);
        Template form = Forms.EXPRESSIONS.get(head);
        String operator = Forms.OPERATORS.get(head);
        if (form != null) {
            return Draft.at(range, form.expression(range, filling(form, tree)));
        }
        if (operator != null) {
            Draft draft = new Draft().add(expression(parts(tree, 2, 2).getFirst()), "");
            parts.subList(1, parts.size()).forEach(part -> draft.add(operator).add(expression(part), ""));
            return draft.expression(range);
        }
        return switch (head) {
            case "lambda" -> {
                Expr value = expression(parts(tree, 2, 2).get(1));
                yield new Expr.Lambda(parameters(parts.getFirst()), value, range);
            }
            case "tuple" -> display("(", parts, List.of(", "), ")", tree);
            default -> call(tree, parts);
        };
    }

    /** {@code :name value} is a keyword argument, {@code *name} and {@code **name} unpack. */
    private Expr call(ParseTree tree, List<ParseTree> parts) {
        Draft draft = new Draft().add(expression(tree.child(1)), "(");
        for (int i = 0; i < parts.size(); i++) {
            ParseTree part = parts.get(i);
            String text = part.isToken(TokenKind.NAME) ? part.token().text() : "";
            if (text.startsWith(":") && i + 1 < parts.size()) {
                draft.add(text.substring(1) + "=").add(expression(parts.get(++i)), ", ");
            } else if (text.startsWith("**")) {
                Expr.Call unpacking = (Expr.Call) read("_(", part, ")");
                unpacking.keywords().forEach(stars -> draft.add("**").add(stars.value(), ", "));
            } else {
                draft.add(expression(part), ", ");
            }
        }
        return draft.add(")").expression(range(tree));
    }

    /** The last hole for statements takes all that follow. */
    private Map<String, Object> filling(Template form, ParseTree tree) {
        Map<String, Template.Role> holes = form.holes();
        int last = holes.size() - 1;
        boolean open = holes.get("" + last) == Template.Role.STATEMENT;
        List<ParseTree> given = parts(tree, 2, open ? last : last + 1);
        if (!open && given.size() > holes.size()) {
            throw error("(" + head(tree) + ") takes " + holes.size() + " parts", tree);
        }
        Map<String, Object> filling = new HashMap<>();
        holes.forEach((name, role) -> {
            int i = Integer.parseInt(name);
            filling.put(name, part(role, given.subList(i, open && i == last ? given.size() : i + 1), tree));
        });
        return filling;
    }

    private Object part(Template.Role role, List<ParseTree> forms, ParseTree of) {
        return switch (role) {
            case EXPRESSION -> expression(forms.getFirst());
            case TARGET -> target(expression(forms.getFirst()), ExprContext.STORE, of);
            case DELETED -> target(expression(forms.getFirst()), ExprContext.DEL, of);
            case IDENTIFIER -> forms.getFirst().firstToken().text();
            case STATEMENT -> forms.isEmpty() && head(of).equals("if") ? List.of() : body(forms, of);
        };
    }

    /** What is assigned to or deleted, of what was read as a value. */
    private Expr target(Expr value, ExprContext use, ParseTree tree) {
        List<Object> fields = new ArrayList<>(value.fields());
        if (fields.size() < 2 || !(fields.getLast() instanceof ExprContext)) {
            throw error("cannot assign to " + value.nodeName(), tree);
        }
        fields.set(fields.size() - 1, use);
        if (value instanceof Expr.Starred starred) {
            fields.set(0, target(starred.value(), use, tree));
        } else if (fields.getFirst() instanceof List<?> items) {
            fields.set(
                    0,
                    items.stream().map(each -> target((Expr) each, use, tree)).toList());
        }
        return (Expr) value.nodeType().make(fields, value.range());
    }

    private String name(ParseTree tree) {
        if (tree.isTerminal() && expression(tree) instanceof Expr.Name name) {
            return name.id();
        }
        throw error("no name", tree);
    }

    /** The symbol that a list begins with; empty for anything else. */
    private static String head(ParseTree tree) {
        boolean named = tree.isRule("list") && tree.child(1).isToken(TokenKind.NAME);
        return named ? tree.child(1).token().text() : "";
    }

    /** The children from an index on, without the last, which is a bracket or the end. */
    private List<ParseTree> parts(ParseTree tree, int from, int least) {
        List<ParseTree> parts = new ArrayList<>();
        for (int i = from; i < tree.childCount() - 1; i++) {
            parts.add(tree.child(i));
        }
        if (parts.size() < least) {
            throw error("(" + head(tree) + ") takes " + least + " parts", tree);
        }
        return parts;
    }

    private SourceRange range(ParseTree tree) {
        return source.utf8Range(
                SourceRange.spanning(tree.firstToken().range(), tree.lastToken().range()));
    }

    private CompileException error(String message, ParseTree tree) {
        return SexprScanner.error(message, tree.firstToken(), tree.lastToken(), source, context);
    }

    /** Has Python's front end read an atom, or what is between the brackets of a list, as part of an expression. */
    private Expr read(String before, ParseTree tree, String after) {
        int inner = tree.isTerminal() ? 0 : 1;
        Token first = tree.firstToken();
        Token last = tree.lastToken();
        int start = index(first.line(), first.column()) + inner;
        int end = index(last.endLine(), last.endColumn()) - inner;
        String text = before + source.text().substring(start, end) + after;
        CompilationContext plain = CompilationContext.of(context.fileName(), CompilationContext.Mode.EVAL);
        try {
            Mod.Expression made = (Mod.Expression) PYTHON.parse(SourceText.of(text), plain);
            int column = source.utf8Column(first.line(), first.column()) + inner - before.length();
            return (Expr) moved(made.body(), first.line() - 1, column);
        } catch (CompileException e) {
            throw error(e.getMessage(), tree);
        }
    }

    private int index(int line, int column) {
        return source.text().offsetByCodePoints(source.lineStart(line), column);
    }

    /** A node as it stands in the source, of which it was read by itself; lists of nodes likewise. */
    private static Object moved(Object part, int lines, int columns) {
        if (part instanceof List<?> list) {
            return list.stream().map(each -> moved(each, lines, columns)).toList();
        }
        if (!(part instanceof Node node)) {
            return part;
        }
        List<Object> fields = new ArrayList<>(node.fields());
        fields.replaceAll(field -> moved(field, lines, columns));
        SourceRange old = node.range();
        if (old == null) {
            return node.nodeType().make(fields, null);
        }
        int column = old.column() + (old.line() == 1 ? columns : 0);
        int endColumn = old.endColumn() + (old.endLine() == 1 ? columns : 0);
        return node.nodeType()
                .make(fields, new SourceRange(old.line() + lines, column, old.endLine() + lines, endColumn));
    }

    /** Python in the making, for forms of any number of parts: text with holes, and what fills them. */
    private static final class Draft {
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Object> parts = new HashMap<>();

        Draft add(String more) {
            text.append(more);
            return this;
        }

        Draft add(Object part, String more) {
            String name = "part" + parts.size();
            parts.put(name, part);
            return add("$" + name + more);
        }

        Expr expression(SourceRange range) {
            return at(range, Template.expression(text.toString()).expression(range, parts));
        }

        List<Stmt> statements(SourceRange range) {
            return Template.statements(text.toString()).statements(range, parts);
        }

        /** The whole form is where it stands, not only its parts. */
        static Expr at(SourceRange range, Expr made) {
            return (Expr) made.nodeType().make(made.fields(), range);
        }
    }
}
