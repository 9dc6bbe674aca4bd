package org.pyvm.compiler.internal.codegen;

import static org.pyvm.compiler.Opcodes.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Pattern;
import org.pyvm.ast.PluginPattern;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.compiler.BasicBlock;
import org.pyvm.compiler.internal.constants.ConstantExpressions;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.CompileException;

/**
 * The patterns of one case. Each consumes the subject on top of the stack. Names are bound only when the whole pattern has
 * matched: until then captured values lie on the stack, below what is still being looked at.
 */
final class PatternCodegen {
    private static final int EQ = 2;
    private static final int GE = 5;
    private static final int IS = 8;
    private static final int IS_NOT = 9;
    private static final int MOST_BEFORE_STAR = 255;

    private final CodeGenerator out;

    /** Names captured so far, in the order of their values on the stack. */
    private List<String> captures = new ArrayList<>();

    private boolean allowIrrefutable;
    /** Where to go on failure, by the number of items to be dropped. */
    private List<BasicBlock> failures = new ArrayList<>();
    /** Items on top of the captured values, to be dropped on failure too. */
    private int onTop;

    PatternCodegen(CodeGenerator out, boolean allowIrrefutable) {
        this.out = out;
        this.allowIrrefutable = allowIrrefutable;
    }

    static boolean isWildcard(Pattern pattern) {
        return pattern instanceof Pattern.MatchAs as && as.name() == null;
    }

    List<String> captures() {
        return captures;
    }

    BasicBlock failure(int drops) {
        while (failures.size() <= drops) {
            failures.add(out.newBlock());
        }
        return failures.get(drops);
    }

    /** Places the failure blocks, each of which drops one item and falls into the next. */
    void placeFailures() {
        for (int i = failures.size() - 1; i > 0; i--) {
            out.use(failures.get(i));
            out.emit(POP_TOP);
        }
        if (!failures.isEmpty()) {
            out.use(failures.getFirst());
        }
        failures = new ArrayList<>();
    }

    private void failIf(int jump) {
        out.emitJump(jump, failure(onTop + captures.size()));
    }

    void pattern(Pattern pattern) {
        out.at(pattern.range());
        switch (pattern) {
            case Pattern.MatchValue node -> value(node);
            case Pattern.MatchSingleton node -> {
                out.loadConstant(node.value());
                out.emit(COMPARE_OP, IS);
                failIf(POP_JUMP_IF_FALSE);
            }
            case Pattern.MatchSequence node -> sequence(node);
            case Pattern.MatchMapping node -> mapping(node);
            case Pattern.MatchClass node -> classPattern(node);
            case Pattern.MatchStar node -> capture(node.name());
            case Pattern.MatchAs node -> as(node);
            case Pattern.MatchOr node -> or(node);
            case PluginPattern node -> {
                // A plugin's pattern leaves a truth value in place of the subject.
                out.pluginPattern(node);
                failIf(POP_JUMP_IF_FALSE);
            }
        }
    }

    private void subpattern(Pattern pattern) {
        boolean outer = allowIrrefutable;
        allowIrrefutable = true;
        pattern(pattern);
        allowIrrefutable = outer;
    }

    private void value(Pattern.MatchValue node) {
        if (!(node.value() instanceof Expr.Attribute) && ConstantExpressions.valueOf(node.value()) == null) {
            throw out.error("patterns may only match literals and attribute lookups");
        }
        out.expression(node.value());
        out.emit(COMPARE_OP, EQ);
        failIf(POP_JUMP_IF_FALSE);
    }

    /** Puts the top item below what must stay on top, for the name; without a name drops it. */
    private void capture(String name) {
        if (name == null) {
            out.emit(POP_TOP);
            return;
        }
        out.forbidDebug(name, ExprContext.STORE);
        addCapture(name, onTop + captures.size() + 1);
    }

    private void addCapture(String name, int depth) {
        if (captures.contains(name)) {
            throw out.error("multiple assignments to name " + Unparser.repr(CodePoints.of(name)) + " in pattern");
        }
        rotate(depth);
        captures.add(name);
    }

    private void rotate(int count) {
        switch (count) {
            case 0, 1 -> {}
            case 2 -> out.emit(ROT_TWO);
            case 3 -> out.emit(ROT_THREE);
            case 4 -> out.emit(ROT_FOUR);
            default -> out.emit(ROT_N, count);
        }
    }

    private void as(Pattern.MatchAs node) {
        if (node.pattern() == null) {
            if (!allowIrrefutable) {
                throw out.error(
                        node.name() == null
                                ? "wildcard makes remaining patterns unreachable"
                                : "name capture " + Unparser.repr(CodePoints.of(node.name()))
                                        + " makes remaining patterns unreachable");
            }
            capture(node.name());
            return;
        }
        onTop++;
        out.emit(DUP_TOP);
        pattern(node.pattern());
        onTop--;
        capture(node.name());
    }

    private void sequence(Pattern.MatchSequence node) {
        List<Pattern> patterns = node.patterns();
        int star = -1;
        boolean onlyWildcards = true;
        boolean starIsWildcard = false;
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i) instanceof Pattern.MatchStar found) {
                if (star >= 0) {
                    throw out.error("multiple starred names in sequence pattern");
                }
                star = i;
                starIsWildcard = found.name() == null;
                onlyWildcards &= starIsWildcard;
            } else {
                onlyWildcards &= isWildcard(patterns.get(i));
            }
        }
        onTop++;
        out.emit(MATCH_SEQUENCE);
        failIf(POP_JUMP_IF_FALSE);
        if (star < 0) {
            compareLength(patterns.size(), EQ);
        } else if (patterns.size() > 1) {
            compareLength(patterns.size() - 1, GE);
        }
        onTop--;
        if (onlyWildcards) {
            out.emit(POP_TOP);
        } else if (starIsWildcard) {
            bySubscript(patterns, star);
        } else {
            byUnpacking(patterns, star);
        }
    }

    private void compareLength(int length, int comparison) {
        out.emit(GET_LEN);
        out.loadConstant((long) length);
        out.emit(COMPARE_OP, comparison);
        failIf(POP_JUMP_IF_FALSE);
    }

    private void byUnpacking(List<Pattern> patterns, int star) {
        int size = patterns.size();
        if (star < 0) {
            out.emit(UNPACK_SEQUENCE, size);
        } else {
            if (star > MOST_BEFORE_STAR) {
                throw out.error("too many expressions in star-unpacking sequence pattern");
            }
            out.emit(UNPACK_EX, star | size - star - 1 << 8);
        }
        onTop += size;
        for (Pattern pattern : patterns) {
            onTop--;
            subpattern(pattern);
        }
    }

    /** With a nameless star the items are read one by one, from behind by a computed index. */
    private void bySubscript(List<Pattern> patterns, int star) {
        onTop++;
        int size = patterns.size();
        for (int i = 0; i < size; i++) {
            Pattern pattern = patterns.get(i);
            if (i == star || isWildcard(pattern)) {
                continue;
            }
            out.emit(DUP_TOP);
            if (i < star) {
                out.loadConstant((long) i);
            } else {
                out.emit(GET_LEN);
                out.loadConstant((long) (size - i));
                out.emit(BINARY_SUBTRACT);
            }
            out.emit(BINARY_SUBSCR);
            subpattern(pattern);
        }
        onTop--;
        out.emit(POP_TOP);
    }

    private void mapping(Pattern.MatchMapping node) {
        List<Expr> keys = node.keys();
        int size = keys.size();
        onTop++;
        out.emit(MATCH_MAPPING);
        failIf(POP_JUMP_IF_FALSE);
        if (size == 0 && node.rest() == null) {
            onTop--;
            out.emit(POP_TOP);
            return;
        }
        if (size > 0) {
            compareLength(size, GE);
        }
        loadKeys(keys);
        out.emit(BUILD_TUPLE, size);
        out.emit(MATCH_KEYS);
        onTop += 2;
        failIfNone();
        out.emit(UNPACK_SEQUENCE, size);
        onTop += size - 1;
        for (Pattern pattern : node.patterns()) {
            onTop--;
            subpattern(pattern);
        }
        onTop -= 2;
        if (node.rest() != null) {
            out.emit(COPY_DICT_WITHOUT_KEYS);
            out.emit(ROT_TWO);
            out.emit(POP_TOP);
            capture(node.rest());
        } else {
            out.emit(POP_TOP);
            out.emit(POP_TOP);
        }
    }

    private void loadKeys(List<Expr> keys) {
        Set<Object> seen = new HashSet<>();
        for (Expr key : keys) {
            if (!(key instanceof Expr.Attribute)) {
                Object value = ConstantExpressions.valueOf(key);
                if (value == null) {
                    throw out.error("mapping pattern keys may only match literals and attribute lookups");
                }
                if (!seen.add(PatternKeys.comparable(value))) {
                    throw out.error("mapping pattern checks duplicate key (" + Unparser.repr(value) + ")");
                }
            }
            out.expression(key);
        }
    }

    private void failIfNone() {
        out.emit(DUP_TOP);
        out.loadConstant(SpecialConstant.NONE);
        out.emit(COMPARE_OP, IS_NOT);
        failIf(POP_JUMP_IF_FALSE);
    }

    private void classPattern(Pattern.MatchClass node) {
        List<String> names = node.kwdAttrs();
        checkAttributes(node);
        out.at(node.range());
        out.expression(node.cls());
        List<Object> attributes = new ArrayList<>();
        names.forEach(each -> attributes.add(CodePoints.of(each)));
        out.loadConstant(List.copyOf(attributes));
        out.emit(MATCH_CLASS, node.patterns().size());
        onTop++;
        failIfNone();
        List<Pattern> patterns = new ArrayList<>(node.patterns());
        patterns.addAll(node.kwdPatterns());
        out.emit(UNPACK_SEQUENCE, patterns.size());
        onTop += patterns.size() - 1;
        for (Pattern pattern : patterns) {
            onTop--;
            if (isWildcard(pattern)) {
                out.emit(POP_TOP);
            } else {
                subpattern(pattern);
            }
        }
    }

    private void checkAttributes(Pattern.MatchClass node) {
        List<String> names = node.kwdAttrs();
        for (int i = 0; i < names.size(); i++) {
            out.at(node.kwdPatterns().get(i).range());
            out.forbidDebug(names.get(i), ExprContext.STORE);
            for (int j = i + 1; j < names.size(); j++) {
                if (names.get(i).equals(names.get(j))) {
                    out.at(node.kwdPatterns().get(j).range());
                    throw out.error("attribute name repeated in class pattern: " + names.get(i));
                }
            }
        }
    }

    private void or(Pattern.MatchOr node) {
        BasicBlock end = out.newBlock();
        List<String> outerCaptures = captures;
        List<BasicBlock> outerFailures = failures;
        boolean outerIrrefutable = allowIrrefutable;
        int outerOnTop = onTop;
        List<String> control = null;
        int last = node.patterns().size() - 1;
        for (int i = 0; i <= last; i++) {
            Pattern alternative = node.patterns().get(i);
            out.at(alternative.range());
            captures = new ArrayList<>();
            failures = new ArrayList<>();
            // Only the last alternative may match everything.
            allowIrrefutable = i == last && outerIrrefutable;
            onTop = 0;
            out.emit(DUP_TOP);
            pattern(alternative);
            if (control == null) {
                control = captures;
            } else {
                reorder(control);
            }
            out.emitJump(JUMP_FORWARD, end);
            placeFailures();
        }
        captures = outerCaptures;
        failures = outerFailures;
        allowIrrefutable = outerIrrefutable;
        onTop = outerOnTop;
        out.emit(POP_TOP);
        failIf(JUMP_FORWARD);
        out.use(end);
        // The captured values lie above a copy of the subject and what must stay on top: bring each below.
        int depth = control.size() + 1 + onTop + captures.size();
        for (String name : control) {
            addCapture(name, depth);
        }
        out.emit(POP_TOP);
    }

    /** Brings the captured values into the order of the first alternative's. */
    private void reorder(List<String> control) {
        if (captures.size() != control.size()) {
            throw differentNames();
        }
        for (int wanted = control.size() - 1; wanted >= 0; wanted--) {
            int found = captures.indexOf(control.get(wanted));
            if (found < 0) {
                throw differentNames();
            }
            if (found != wanted) {
                int rotations = found + 1;
                List<String> moved = new ArrayList<>(captures.subList(0, rotations));
                captures.subList(0, rotations).clear();
                captures.addAll(wanted - found, moved);
                for (int i = 0; i < rotations; i++) {
                    rotate(wanted + 1);
                }
            }
        }
    }

    private CompileException differentNames() {
        return out.error("alternative patterns bind different names");
    }
}
