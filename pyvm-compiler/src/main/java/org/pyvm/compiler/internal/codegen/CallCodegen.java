package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Keyword;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.SourceRange;

/** Calls. Where arguments are merged while others are still to be evaluated, 3.11's order is kept. */
final class CallCodegen {
    /** From this number of arguments on 3.11 has no special form for calls of methods, which shows in ranges. */
    private static final int STACK_USE_GUIDELINE = 30;

    private final CodeGenerator out;

    CallCodegen(CodeGenerator out) {
        this.out = out;
    }

    void call(Expr.Call node) {
        checkKeywords(node.keywords());
        SourceRange range = out.unit().range;
        if (node.func() instanceof Expr.Attribute method && isMethodCall(node, method)) {
            out.expression(method.value());
            out.unit().reachLine(method.range().line());
            out.at(Places.ofAttribute(method, method.range()));
            out.emitName(LOAD_ATTR, method.attr());
            out.at(range);
            plainArguments(node.args(), node.keywords());
            out.at(Places.ofAttribute(method, range));
            callPlain(0, node.args(), node.keywords());
            return;
        }
        Suspects.checkCall(node.func(), out);
        out.expression(node.func());
        arguments(0, node.args(), node.keywords());
    }

    private boolean isMethodCall(Expr.Call node, Expr.Attribute method) {
        List<Keyword> keywords = node.keywords();
        return method.ctx() == ExprContext.LOAD
                && !(method.value() instanceof Expr.Name base && out.isImported(base.id()))
                && node.args().size() + keywords.size() + (keywords.isEmpty() ? 0 : 1) < STACK_USE_GUIDELINE
                && isPlain(node.args(), keywords);
    }

    private static boolean isPlain(List<Expr> arguments, List<Keyword> keywords) {
        for (int i = 0; i < keywords.size(); i++) {
            if (keywords.get(i).arg() == null) {
                return false;
            }
        }
        return DisplayCodegen.firstStar(arguments) < 0;
    }

    private void checkKeywords(List<Keyword> keywords) {
        for (int i = 0; i < keywords.size(); i++) {
            String name = keywords.get(i).arg();
            if (name == null) {
                continue;
            }
            out.forbidDebug(name, ExprContext.STORE);
            for (int j = i + 1; j < keywords.size(); j++) {
                if (name.equals(keywords.get(j).arg())) {
                    throw out.error(
                            "keyword argument repeated: " + name,
                            keywords.get(j).range());
                }
            }
        }
    }

    /**
     * Evaluates the arguments and emits the call.
     *
     * @param pushed how many positional arguments lie on the stack already
     */
    void arguments(int pushed, List<Expr> arguments, List<Keyword> keywords) {
        checkKeywords(keywords);
        if (isPlain(arguments, keywords)) {
            plainArguments(arguments, keywords);
            callPlain(pushed, arguments, keywords);
            return;
        }
        positional(pushed, arguments);
        boolean hasKeywords = !keywords.isEmpty();
        if (hasKeywords) {
            keywords(keywords);
        }
        out.emit(CALL_FUNCTION_EX, hasKeywords ? 1 : 0);
    }

    private void plainArguments(List<Expr> arguments, List<Keyword> keywords) {
        out.expressions(arguments);
        for (int i = 0; i < keywords.size(); i++) {
            out.expression(keywords.get(i).value());
        }
    }

    private void callPlain(int pushed, List<Expr> arguments, List<Keyword> keywords) {
        int count = pushed + arguments.size() + keywords.size();
        if (keywords.isEmpty()) {
            out.emit(CALL_FUNCTION, count);
        } else {
            out.loadConstant(names(keywords));
            out.emit(CALL_FUNCTION_KW, count);
        }
    }

    private static List<Object> names(List<Keyword> keywords) {
        List<Object> names = new ArrayList<>(keywords.size());
        for (Keyword keyword : keywords) {
            names.add(CodePoints.of(keyword.arg()));
        }
        return List.copyOf(names);
    }

    /** A tuple of the positional arguments; or the one starred argument as it is, which the call then reads. */
    private void positional(int pushed, List<Expr> arguments) {
        int firstStar = DisplayCodegen.firstStar(arguments);
        if (firstStar < 0 || DisplayCodegen.allConstant(arguments.subList(firstStar + 1, arguments.size()))) {
            int parts = out.displays().parts(arguments, pushed, BUILD_TUPLE);
            if (parts == 0) {
                out.emit(BUILD_TUPLE, 0);
            } else if (parts > 1) {
                out.emit(BUILD_TUPLE_UNPACK_WITH_CALL, parts);
            }
        } else {
            out.displays().mergedList(arguments, pushed);
            out.emit(LIST_TO_TUPLE);
        }
    }

    private void keywords(List<Keyword> keywords) {
        int firstMapping = 0;
        while (firstMapping < keywords.size() && keywords.get(firstMapping).arg() != null) {
            firstMapping++;
        }
        if (firstMapping == keywords.size()) {
            named(keywords);
        } else if (allConstant(keywords.subList(firstMapping + 1, keywords.size()))) {
            mergedAtEnd(keywords);
        } else {
            merged(keywords);
        }
    }

    private static boolean allConstant(List<Keyword> keywords) {
        return keywords.stream()
                .allMatch(each -> each.arg() != null && DisplayCodegen.allConstant(List.of(each.value())));
    }

    private void mergedAtEnd(List<Keyword> keywords) {
        int parts = 0;
        int run = 0;
        for (int i = 0; i < keywords.size(); i++) {
            if (keywords.get(i).arg() == null) {
                if (i > run) {
                    named(keywords.subList(run, i));
                    parts++;
                }
                out.expression(keywords.get(i).value());
                parts++;
                run = i + 1;
            }
        }
        if (run < keywords.size()) {
            named(keywords.subList(run, keywords.size()));
            parts++;
        }
        if (parts > 1) {
            out.emit(BUILD_MAP_UNPACK_WITH_CALL, parts);
        }
    }

    private void merged(List<Keyword> keywords) {
        boolean built = false;
        int run = 0;
        for (int i = 0; i < keywords.size(); i++) {
            if (keywords.get(i).arg() != null) {
                continue;
            }
            if (i > run) {
                named(keywords.subList(run, i));
                merge(built);
            } else if (!built) {
                out.emit(BUILD_MAP, 0);
            }
            built = true;
            out.expression(keywords.get(i).value());
            out.emit(DICT_MERGE, 1);
            run = i + 1;
        }
        if (run < keywords.size()) {
            named(keywords.subList(run, keywords.size()));
            merge(built);
        }
    }

    private void merge(boolean built) {
        if (built) {
            out.emit(DICT_MERGE, 1);
        }
    }

    /** A dict of named arguments. */
    private void named(List<Keyword> keywords) {
        if (keywords.size() == 1) {
            out.loadConstant(CodePoints.of(keywords.getFirst().arg()));
            out.expression(keywords.getFirst().value());
            out.emit(BUILD_MAP, 1);
            return;
        }
        for (Keyword keyword : keywords) {
            out.expression(keyword.value());
        }
        out.loadConstant(names(keywords));
        out.emit(BUILD_CONST_KEY_MAP, keywords.size());
    }
}
