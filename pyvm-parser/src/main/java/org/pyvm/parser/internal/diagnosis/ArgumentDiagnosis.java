package org.pyvm.parser.internal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.parser.internal.diagnosis.Probe.Memo;
import org.pyvm.tokenizer.TokenKind;

/** The arguments of a call. */
final class ArgumentDiagnosis {
    private static final String CONFUSED_ASSIGNMENT = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    private static final String BARE_GENERATOR = "Generator expression must be parenthesized";

    private final Probe probe;
    private final Diagnosis all;

    ArgumentDiagnosis(Probe probe, Diagnosis all) {
        this.probe = probe;
        this.all = all;
    }

    /** What was found, as it matters to messages. */
    private record Arguments(Found found, boolean hasKeywords, boolean unpacksMapping) {
        int count() {
            return found.parts().size();
        }
    }

    /** All of them, up to the closing parenthesis; null also when there are none. */
    Found arguments() {
        return probe.memo(Memo.ARGUMENTS, () -> {
            int start = probe.mark();
            Arguments arguments = args();
            if (arguments != null) {
                probe.take(TokenKind.COMMA);
                if (probe.at(TokenKind.RPAR)) {
                    return arguments.found;
                }
            }
            probe.back(start);
            if (probe.wording()) {
                wrongArguments();
            }
            return probe.back(start);
        });
    }

    private Arguments args() {
        int start = probe.mark();
        List<Found> positional = new ArrayList<>();
        Found next = positional();
        int behind = start;
        while (next != null) {
            positional.add(next);
            behind = probe.mark();
            next = probe.take(TokenKind.COMMA) ? positional() : null;
        }
        probe.back(behind);
        if (positional.isEmpty()) {
            return keywords(positional);
        }
        Arguments more = null;
        if (probe.take(TokenKind.COMMA)) {
            more = keywords(positional);
            if (more == null) {
                probe.back(behind);
            }
        }
        Found found = probe.since(start, Kind.CALL, positional);
        return new Arguments(found, more != null, more != null && more.unpacksMapping);
    }

    /** {@code *a}, or an expression that no {@code =} follows. */
    private Found positional() {
        Found starred = all.expressions.starredExpression();
        if (starred != null) {
            return starred;
        }
        int start = probe.mark();
        Found found = all.expressions.assignmentExpression();
        if (found == null) {
            found = all.expressions.expressionNotAssigned();
        }
        return found != null && !probe.at(TokenKind.EQUAL) ? found : probe.back(start);
    }

    /** Keywords and starred arguments, then keywords and mappings; the starred ones are added to {@code positional}. */
    private Arguments keywords(List<Found> positional) {
        int start = probe.mark();
        boolean unpacksMapping = false;
        int behind = start;
        boolean any = false;
        while (keywordOrStarred(positional)) {
            any = true;
            behind = probe.mark();
            if (!probe.take(TokenKind.COMMA)) {
                break;
            }
        }
        if (!any || probe.mark() > behind) {
            int from = any ? behind + 1 : start;
            probe.back(from);
            int mapping = keywordOrMapping();
            while (mapping != 0) {
                any = true;
                unpacksMapping |= mapping == 2;
                behind = probe.mark();
                mapping = probe.take(TokenKind.COMMA) ? keywordOrMapping() : 0;
            }
        }
        probe.back(behind);
        return any ? new Arguments(probe.since(start, Kind.CALL, positional), true, unpacksMapping) : null;
    }

    private boolean keywordOrStarred(List<Found> positional) {
        wrongKeyword();
        if (keyword()) {
            return true;
        }
        Found starred = all.expressions.starredExpression();
        if (starred != null) {
            positional.add(starred);
        }
        return starred != null;
    }

    /** 1 for a keyword, 2 for a mapping, 0 for neither. */
    private int keywordOrMapping() {
        wrongKeyword();
        if (keyword()) {
            return 1;
        }
        int start = probe.mark();
        if (probe.take(TokenKind.DOUBLESTAR) && all.expressions.expression() != null) {
            return 2;
        }
        probe.back(start);
        return 0;
    }

    private boolean keyword() {
        int start = probe.mark();
        if (probe.name() != null && probe.take(TokenKind.EQUAL) && all.expressions.expression() != null) {
            return true;
        }
        probe.back(start);
        return false;
    }

    private void wrongKeyword() {
        if (!probe.wording()) {
            return;
        }
        int start = probe.mark();
        if (probe.take("True") || probe.take("False") || probe.take("None")) {
            Found constant = probe.taken();
            if (probe.take(TokenKind.EQUAL)) {
                throw probe.errors.between(
                        constant,
                        probe.taken(),
                        "cannot assign to " + probe.token(constant.from()).text());
            }
            probe.back(start);
        }
        Found name = probe.name();
        boolean named = name != null && probe.take(TokenKind.EQUAL);
        if (named) {
            Found equal = probe.taken();
            if (all.expressions.expression() != null && all.atoms.clauses() != null) {
                throw probe.errors.between(name, equal, CONFUSED_ASSIGNMENT);
            }
        }
        probe.back(start);
        if (!named) {
            Found left = all.expressions.expression();
            if (left != null && probe.take(TokenKind.EQUAL)) {
                throw probe.errors.between(
                        left, probe.taken(), "expression cannot contain assignment, perhaps you meant \"==\"?");
            }
            probe.back(start);
        }
    }

    private void wrongArguments() {
        int start = probe.mark();
        Arguments arguments = args();
        if (arguments != null && arguments.hasKeywords && probe.take(TokenKind.COMMA) && probe.take(TokenKind.STAR)) {
            throw probe.errors.at(probe.taken(), "iterable argument unpacking follows keyword argument unpacking");
        }
        probe.back(start);
        generatorBeforeOthers();
        probe.back(start);
        Found name = probe.name();
        if (name != null && probe.take(TokenKind.EQUAL)) {
            Found equal = probe.taken();
            if (all.expressions.expression() != null && all.atoms.clauses() != null) {
                throw probe.errors.between(name, equal, CONFUSED_ASSIGNMENT);
            }
        }
        probe.back(start);
        arguments = args();
        if (arguments != null) {
            int behind = probe.mark();
            Found clauses = all.atoms.clauses();
            if (clauses != null) {
                if (arguments.count() > 1) {
                    throw probe.errors.between(arguments.found.last(), clauses.last(), BARE_GENERATOR);
                }
                return;
            }
            probe.back(behind);
            argumentsAgain(arguments);
        }
    }

    /** {@code f(x for x in y, ...)}. */
    private void generatorBeforeOthers() {
        Found element = all.expressions.expression();
        Found clauses = element == null ? null : all.atoms.clauses();
        if (clauses != null && probe.take(TokenKind.COMMA)) {
            int behind = probe.mark();
            if (args() == null) {
                probe.back(behind);
                if (all.expressions.expression() != null) {
                    all.atoms.clauses();
                }
            }
            throw probe.errors.between(element, clauses.last(), BARE_GENERATOR);
        }
    }

    /** Arguments that cannot follow the others. */
    private void argumentsAgain(Arguments arguments) {
        int behind = probe.mark();
        if (!probe.take(TokenKind.COMMA)) {
            return;
        }
        Found element = all.expressions.expression();
        Found clauses = element == null ? null : all.atoms.clauses();
        if (clauses != null) {
            throw probe.errors.between(element, clauses.last(), BARE_GENERATOR);
        }
        probe.back(behind + 1);
        if (args() != null) {
            throw probe.errors.atLastToken(
                    arguments.unpacksMapping
                            ? "positional argument follows keyword argument unpacking"
                            : "positional argument follows keyword argument");
        }
    }
}
