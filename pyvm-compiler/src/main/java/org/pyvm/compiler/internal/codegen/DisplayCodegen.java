package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.FrozenConstant;
import org.pyvm.compiler.internal.constants.ConstantExpressions;

/**
 * Displays of tuples, lists, sets and dicts, and the targets that look like them.
 *
 * <p>3.6 evaluates all parts of a display with stars and merges them at the end; since 3.9 they are merged one by one,
 * which a program sees when a part that follows has an effect or fails. The older sequence remains where nothing of that
 * kind follows.
 */
final class DisplayCodegen {
    /** From this number of constants on, 3.11 makes a set from a frozenset; its order may be another than item by item. */
    private static final int SET_FROM_FROZENSET = 3;

    /** Above this number of stack items 3.11 adds one by one. */
    private static final int STACK_USE_GUIDELINE = 30;

    private static final int MOST_BEFORE_STAR = 255;
    private static final int MOST_IN_MAP = 0xFFFF;

    private final CodeGenerator out;

    DisplayCodegen(CodeGenerator out) {
        this.out = out;
    }

    /** An expression that is only iterated or searched: the peephole pass makes a constant of a display of constants. */
    void iterable(Expr expression) {
        if (expression instanceof Expr.Set set && allConstant(set.elts())) {
            var range = out.unit().range;
            out.at(expression.range());
            out.unit().reachLine(expression.range().line());
            out.expressions(set.elts());
            out.emit(BUILD_SET, set.elts().size());
            out.at(range);
        } else {
            out.expression(expression);
        }
    }

    void tuple(Expr.Tuple node) {
        if (node.ctx() == ExprContext.LOAD) {
            sequence(node.elts(), BUILD_TUPLE, BUILD_TUPLE, BUILD_TUPLE_UNPACK);
        } else {
            target(node.elts(), node.ctx());
        }
    }

    void list(Expr.List node) {
        if (node.ctx() == ExprContext.LOAD) {
            sequence(node.elts(), BUILD_LIST, BUILD_TUPLE, BUILD_LIST_UNPACK);
        } else {
            target(node.elts(), node.ctx());
        }
    }

    private void target(List<Expr> items, ExprContext use) {
        if (use == ExprContext.STORE) {
            unpack(items);
            for (Expr item : items) {
                out.expression(item instanceof Expr.Starred starred ? starred.value() : item);
            }
        } else {
            out.expressions(items);
        }
    }

    private void unpack(List<Expr> items) {
        boolean starred = false;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Expr.Starred) {
                if (starred) {
                    throw out.error("multiple starred expressions in assignment");
                }
                if (i > MOST_BEFORE_STAR) {
                    throw out.error("too many expressions in star-unpacking assignment");
                }
                out.emit(UNPACK_EX, i | items.size() - i - 1 << 8);
                starred = true;
            }
        }
        if (!starred) {
            out.emit(UNPACK_SEQUENCE, items.size());
        }
    }

    private void sequence(List<Expr> items, int build, int buildPart, int merge) {
        int firstStar = firstStar(items);
        if (firstStar < 0) {
            out.expressions(items);
            out.emit(build, items.size());
        } else if (allConstant(items.subList(firstStar + 1, items.size()))) {
            out.emit(merge, parts(items, 0, buildPart));
        } else {
            mergedList(items, 0);
            if (build == BUILD_TUPLE) {
                out.emit(LIST_TO_TUPLE);
            }
        }
    }

    static int firstStar(List<Expr> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Expr.Starred) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Evaluates items with runs of plain ones packed; the number of parts.
     *
     * @param pushed how many items lie on the stack already
     */
    int parts(List<Expr> items, int pushed, int buildPart) {
        int parts = 0;
        int plain = pushed;
        for (Expr item : items) {
            if (item instanceof Expr.Starred starred) {
                if (plain > 0) {
                    out.emit(buildPart, plain);
                    parts++;
                    plain = 0;
                }
                out.expression(starred.value());
                parts++;
            } else {
                out.expression(item);
                plain++;
            }
        }
        if (plain > 0) {
            out.emit(buildPart, plain);
            parts++;
        }
        return parts;
    }

    /** A list to which the items are added one by one from the first starred one on. */
    void mergedList(List<Expr> items, int pushed) {
        merged(items, pushed, BUILD_LIST, LIST_APPEND, LIST_EXTEND);
    }

    private void merged(List<Expr> items, int pushed, int build, int add, int extend) {
        boolean built = false;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Expr.Starred starred) {
                if (!built) {
                    out.emit(build, i + pushed);
                    built = true;
                }
                out.expression(starred.value());
                out.emit(extend, 1);
            } else {
                out.expression(items.get(i));
                if (built) {
                    out.emit(add, 1);
                }
            }
        }
    }

    void set(Expr.Set node) {
        List<Expr> items = node.elts();
        if (items.size() >= SET_FROM_FROZENSET && allConstant(items)) {
            List<Object> values = new ArrayList<>(items.size());
            items.forEach(each -> values.add(ConstantExpressions.valueOf(each)));
            out.emit(BUILD_SET, 0);
            out.loadConstant(new FrozenConstant(List.copyOf(values)));
            out.emit(SET_UPDATE, 1);
        } else if (firstStar(items) >= 0) {
            if (items.size() == 1) {
                out.emit(BUILD_SET_UNPACK, parts(items, 0, BUILD_SET));
            } else {
                merged(items, 0, BUILD_SET, SET_ADD, SET_UPDATE);
            }
        } else if (items.size() > STACK_USE_GUIDELINE) {
            out.emit(BUILD_SET, 0);
            for (Expr item : items) {
                out.expression(item);
                out.emit(SET_ADD, 1);
            }
        } else {
            out.expressions(items);
            out.emit(BUILD_SET, items.size());
        }
    }

    /** Whether evaluating these can neither fail nor have an effect. */
    static boolean allConstant(List<Expr> items) {
        for (Expr item : items) {
            if (ConstantExpressions.valueOf(item) == null) {
                return false;
            }
        }
        return true;
    }

    void dict(Expr.Dict node) {
        if (mergesAtEnd(node)) {
            dictOfParts(node);
        } else {
            mergedDict(node);
        }
    }

    /** Whether 3.6's order cannot be told from 3.11's: at most the last item is a mapping, and hashing comes last. */
    private static boolean mergesAtEnd(Expr.Dict node) {
        List<Expr> keys = node.keys();
        int mapping = firstMapping(keys);
        boolean small = keys.size() * 2 <= STACK_USE_GUIDELINE;
        return (mapping < 0 || mapping == keys.size() - 1)
                && (small || allLiteral(mapping < 0 ? keys : keys.subList(0, mapping)));
    }

    /** The index of the first {@code **mapping}, which has no key, or -1. */
    private static int firstMapping(List<Expr> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i) == null) {
                return i;
            }
        }
        return -1;
    }

    private static boolean allLiteral(List<Expr> keys) {
        return keys.stream().allMatch(each -> each instanceof Expr.Constant);
    }

    private void dictOfParts(Expr.Dict node) {
        int containers = 0;
        int elements = 0;
        int size = node.keys().size();
        boolean unpacking = false;
        for (int i = 0; i < size; i++) {
            unpacking = node.keys().get(i) == null;
            if (elements == MOST_IN_MAP || elements > 0 && unpacking) {
                pairs(node, i - elements, i);
                containers++;
                elements = 0;
            }
            if (unpacking) {
                out.expression(node.values().get(i));
                containers++;
            } else {
                elements++;
            }
        }
        if (elements > 0 || containers == 0) {
            pairs(node, size - elements, size);
            containers++;
        }
        if (containers > 1 || unpacking) {
            out.emit(BUILD_MAP_UNPACK, containers);
        }
    }

    private void pairs(Expr.Dict node, int begin, int end) {
        List<Expr> keys = node.keys().subList(begin, end);
        if (keys.size() > 1 && allLiteral(keys)) {
            out.expressions(node.values().subList(begin, end));
            List<Object> names = new ArrayList<>(keys.size());
            keys.forEach(each -> names.add(((Expr.Constant) each).value()));
            out.loadConstant(List.copyOf(names));
            out.emit(BUILD_CONST_KEY_MAP, keys.size());
            return;
        }
        for (int i = begin; i < end; i++) {
            out.expression(node.keys().get(i));
            out.expression(node.values().get(i));
        }
        out.emit(BUILD_MAP, end - begin);
    }

    /** 3.11's order: mappings are merged where they stand, and long runs of pairs are added one by one. */
    private void mergedDict(Expr.Dict node) {
        boolean built = false;
        int elements = 0;
        int size = node.keys().size();
        for (int i = 0; i < size; i++) {
            boolean unpacking = node.keys().get(i) == null;
            boolean full = elements * 2 > STACK_USE_GUIDELINE;
            if (unpacking && elements > 0 || full) {
                run(node, i - elements, full && !unpacking ? i + 1 : i, built);
                built = true;
                elements = 0;
            } else if (!unpacking) {
                elements++;
            }
            if (unpacking) {
                if (!built) {
                    out.emit(BUILD_MAP, 0);
                    built = true;
                }
                out.expression(node.values().get(i));
                out.emit(DICT_UPDATE, 1);
            }
        }
        if (elements > 0) {
            run(node, size - elements, size, built);
        }
    }

    private void run(Expr.Dict node, int begin, int end, boolean built) {
        if ((end - begin) * 2 > STACK_USE_GUIDELINE) {
            out.emit(BUILD_MAP, 0);
            for (int i = begin; i < end; i++) {
                out.expression(node.keys().get(i));
                out.expression(node.values().get(i));
                out.emit(MAP_ADD_KEY_FIRST, 1);
            }
        } else {
            pairs(node, begin, end);
        }
        if (built) {
            out.emit(DICT_UPDATE, 1);
        }
    }
}
