package org.pyvm.ast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.pyvm.parser.GrammarParser;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.PythonTokenizer;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;

/**
 * Core Python with holes, {@code if not $test: $body}, from which a plugin makes syntax trees. A hole {@code $name} stands
 * where an expression, a target, an identifier or a statement can stand, and is filled with one; a statement's hole takes
 * any number of statements. Immutable; read once, filled often.
 *
 * <p>Templates are hygienic: a name that the template itself binds gets another spelling for each place in the source, one
 * that no program can write, so it never captures a name of the user's. What is made gets the range of what is
 * filled in below it, or else of the construct; what is filled in keeps its own, so that tracebacks point to what the user wrote.
 */
public final class Template {
    /** What stands in a hole. */
    public enum Role {
        /** An {@link Expr} that is read. */
        EXPRESSION,
        /** An {@link Expr} that is assigned to. */
        TARGET,
        /** An {@link Expr} that is deleted. */
        DELETED,
        /** A {@code String}: the name of a function, parameter, attribute or import. */
        IDENTIFIER,
        /** A {@link Stmt}, a list of them, or an {@link Expr}. */
        STATEMENT
    }

    private static final Pattern HOLE = Pattern.compile("\\$(\\w+)");
    private static final String PREFIX = "__pyvm_hole_";

    private final Mod source;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Set<String> bound = new HashSet<>();

    private Template(String text, Mode mode) {
        String named = HOLE.matcher(text.stripIndent()).replaceAll(PREFIX + "$1");
        source = parse(named, mode);
        collect(source);
    }

    private static Mod parse(String text, Mode mode) {
        var tokenizer = new PythonTokenizer();
        var context = CompilationContext.of("<template>", mode);
        SourceText source = SourceText.of(text);
        ParseTree tree = new GrammarParser().parse(source, tokenizer.tokenize(source, context), context);
        return new ParseTreeAstBuilder(tokenizer, new GrammarParser()).build(tree, source, context);
    }

    /** @throws org.pyvm.tokenizer.CompileException when the text is not Python but for its holes */
    public static Template statements(String text) {
        return new Template(text, Mode.FILE);
    }

    /** @throws org.pyvm.tokenizer.CompileException when the text is not Python but for its holes */
    public static Template expression(String text) {
        return new Template(text.strip(), Mode.EVAL);
    }

    /** Finds the holes, and the names that the template binds. */
    private void collect(Node node) {
        if (node instanceof Expr.Name name) {
            if (isHole(name.id())) {
                hole(name.id(), role(name.ctx()));
            } else if (name.ctx() == ExprContext.STORE) {
                bound.add(name.id());
            }
            return;
        }
        if (node instanceof Stmt.ExprStmt statement
                && statement.value() instanceof Expr.Name name
                && isHole(name.id())) {
            hole(name.id(), Role.STATEMENT);
            return;
        }
        for (Object field : node.fields()) {
            if (field instanceof String text && isHole(text)) {
                hole(text, Role.IDENTIFIER);
            }
        }
        switch (node) {
            case Stmt.FunctionDef function -> bindName(function.name());
            case Stmt.ClassDef type -> bindName(type.name());
            case ExceptHandler handler -> bindName(handler.name());
            case Alias alias -> bindName(alias.asname() == null ? alias.name() : alias.asname());
            case Arg parameter -> bindName(parameter.arg());
            default -> {
                // Binds nothing by itself.
            }
        }
        node.children().forEach(this::collect);
    }

    private void bindName(String name) {
        if (name != null && !isHole(name)) {
            bound.add(name);
        }
    }

    private static Role role(ExprContext context) {
        return switch (context) {
            case LOAD -> Role.EXPRESSION;
            case STORE -> Role.TARGET;
            case DEL -> Role.DELETED;
        };
    }

    private void hole(String id, Role role) {
        // Of a hole that stands in several places the most demanding says what is wanted.
        Role known = roles.get(id.substring(PREFIX.length()));
        if (known == null || known == Role.EXPRESSION) {
            roles.put(id.substring(PREFIX.length()), role);
        }
    }

    private static boolean isHole(String text) {
        return text.startsWith(PREFIX);
    }

    /** The holes by name, without their {@code $}. */
    public Map<String, Role> holes() {
        return Collections.unmodifiableMap(roles);
    }

    /**
     * Makes the statements.
     *
     * @param range of the construct
     * @param parts one for each hole; see {@link Role} for what each may be
     * @throws IllegalArgumentException when a part is missing or of the wrong kind
     */
    public List<Stmt> statements(SourceRange range, Map<String, ?> parts) {
        List<Stmt> result = new ArrayList<>();
        for (Object statement : new Filling(range, parts).list(((Mod.Module) source).body())) {
            result.add((Stmt) statement);
        }
        return List.copyOf(result);
    }

    /** Makes the only statement, or one that stands for several. */
    public Stmt statement(SourceRange range, Map<String, ?> parts) {
        List<Stmt> all = statements(range, parts);
        return all.size() == 1 ? all.getFirst() : new StatementList(all, range);
    }

    /** Makes the expression. See {@link #statements(SourceRange, Map)}. */
    public Expr expression(SourceRange range, Map<String, ?> parts) {
        return (Expr) new Filling(range, parts).node(((Mod.Expression) source).body());
    }

    /**
     * What a grammar rule means: the holes {@code $0}, {@code $1} ... are filled with the children of its node, a {@code
     * suite} with its statements, and an optional child that is missing with nothing.
     */
    public LoweringRule asLowering() {
        return (tree, lower) -> {
            Map<String, Object> parts = new LinkedHashMap<>();
            roles.forEach((name, role) -> parts.put(name, part(tree, Integer.parseInt(name), role, lower)));
            return source instanceof Mod.Expression
                    ? expression(lower.range(tree), parts)
                    : statement(lower.range(tree), parts);
        };
    }

    private static Object part(ParseTree tree, int index, Role role, Lowering lower) {
        if (index >= tree.childCount()) {
            return List.of();
        }
        ParseTree child = tree.child(index);
        return switch (role) {
            case EXPRESSION -> lower.expression(child);
            case TARGET -> lower.target(child, ExprContext.STORE);
            case DELETED -> lower.target(child, ExprContext.DEL);
            case IDENTIFIER -> lower.identifier(child);
            case STATEMENT ->
                child.symbol().name().equals("suite") ? lower.suite(child) : (Object) lower.expression(child);
        };
    }

    /** One use of the template. */
    private final class Filling {
        private final Map<String, ?> parts;
        private final String mark;
        /** Of what is being made: of the construct, or of what was filled in around. */
        private SourceRange range;

        Filling(SourceRange range, Map<String, ?> parts) {
            this.range = range;
            this.parts = parts;
            this.mark = "." + range.line() + "." + range.column();
        }

        private Object part(String id) {
            String name = id.substring(PREFIX.length());
            Object part = parts.get(name);
            if (part == null) {
                throw new IllegalArgumentException("nothing was given for $" + name);
            }
            return part;
        }

        private String identifier(String text) {
            if (isHole(text)) {
                if (part(text) instanceof String given) {
                    return given;
                }
                throw wrong(text, "an identifier");
            }
            return bound.contains(text) ? text + mark : text;
        }

        private IllegalArgumentException wrong(String id, String wanted) {
            return new IllegalArgumentException("$" + id.substring(PREFIX.length()) + " must be " + wanted);
        }

        private Object field(Object value, NodeType.Field field) {
            return switch (value) {
                case Node child -> node(child);
                case List<?> list -> list(list);
                case String text
                when field.type().equals("identifier") && !field.name().equals("attr") -> identifier(text);
                case String text when isHole(text) -> identifier(text);
                case null, default -> value;
            };
        }

        Node node(Node node) {
            if (node instanceof Expr.Name name && isHole(name.id())) {
                Object part = part(name.id());
                if (part instanceof String given) {
                    return new Expr.Name(given, name.ctx(), range);
                }
                if (part instanceof Expr expression) {
                    return expression;
                }
                throw wrong(name.id(), "an expression");
            }
            SourceRange around = range;
            SourceRange inside = node instanceof Expr ? filled(node) : null;
            range = inside == null ? around : inside;
            NodeType type = node.nodeType();
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < type.fields().size(); i++) {
                values.add(field(node.fields().get(i), type.fields().get(i)));
            }
            Node made = type.make(values, node.range() == null ? null : range);
            range = around;
            return made;
        }

        /** Where what is filled in below stands, null when that is nothing: {@code not $test} stands where the test does. */
        private SourceRange filled(Node node) {
            if (node instanceof Expr.Name name && isHole(name.id())) {
                return parts.get(name.id().substring(PREFIX.length())) instanceof Expr part ? part.range() : null;
            }
            SourceRange hull = null;
            for (Node child : node.children()) {
                SourceRange below = filled(child);
                hull = hull == null ? below : below == null ? hull : SourceRange.spanning(hull, below);
            }
            return hull;
        }

        List<Object> list(List<?> list) {
            List<Object> result = new ArrayList<>();
            for (Object item : list) {
                if (item instanceof Stmt.ExprStmt statement
                        && statement.value() instanceof Expr.Name name
                        && isHole(name.id())) {
                    splice(name.id(), result);
                } else {
                    result.add(item instanceof Node child ? node(child) : item);
                }
            }
            return Collections.unmodifiableList(result);
        }

        private void splice(String id, List<Object> into) {
            switch (part(id)) {
                case List<?> statements -> into.addAll(statements);
                case Stmt statement -> into.add(statement);
                case Expr expression -> into.add(new Stmt.ExprStmt(expression, expression.range()));
                default -> throw wrong(id, "statements");
            }
        }
    }
}
