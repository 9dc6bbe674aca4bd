package org.pyvm.modules.expat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** {@code <!ELEMENT name (a, (b | c)*)>}. */
final class ContentModel {
    private static final int EMPTY = 1;
    private static final int ANY = 2;
    private static final int MIXED = 3;
    private static final int NAME = 4;
    private static final int CHOICE = 5;
    private static final int SEQUENCE = 6;
    private static final int ANY_NUMBER = 2;

    private final Declaration d;

    private ContentModel(Declaration d) {
        this.d = d;
    }

    /** Reads what follows the keyword; says whether somebody wanted to know. */
    static boolean read(Declaration d, XmlEvents events) {
        d.requireSpace();
        String name = d.name();
        d.requireSpace();
        XmlEvents.Model model = new ContentModel(d).model();
        d.end();
        return events.elementDeclaration(name, model);
    }

    private XmlEvents.Model model() {
        if (d.accept("EMPTY")) {
            return new XmlEvents.Model(EMPTY, 0, null, List.of());
        }
        if (d.accept("ANY")) {
            return new XmlEvents.Model(ANY, 0, null, List.of());
        }
        if (!d.accept("(")) {
            throw d.syntaxError();
        }
        d.space();
        return d.accept("#PCDATA") ? mixed() : group();
    }

    private XmlEvents.Model mixed() {
        List<XmlEvents.Model> names = new ArrayList<>();
        d.space();
        while (d.accept("|")) {
            d.space();
            names.add(new XmlEvents.Model(NAME, 0, d.name(), List.of()));
            d.space();
        }
        if (!d.accept(")")) {
            throw d.syntaxError();
        }
        boolean repeated = d.accept("*");
        if (!repeated && !names.isEmpty()) {
            throw d.syntaxError();
        }
        return new XmlEvents.Model(MIXED, repeated ? ANY_NUMBER : 0, null, names);
    }

    /** A group that is being read. */
    private static final class Group {
        final List<XmlEvents.Model> parts = new ArrayList<>();
        char separator;
    }

    /** What follows an opening parenthesis. Groups may be in groups to any depth, so they are kept on a stack of our own. */
    private XmlEvents.Model group() {
        Deque<Group> open = new ArrayDeque<>();
        open.push(new Group());
        while (true) {
            d.space();
            if (d.accept("(")) {
                open.push(new Group());
                continue;
            }
            String name = d.name();
            XmlEvents.Model part = new XmlEvents.Model(NAME, quantifier(), name, List.of());
            while (addPart(open.element(), part)) {
                Group closed = open.pop();
                part = new XmlEvents.Model(
                        closed.separator == '|' ? CHOICE : SEQUENCE, quantifier(), null, closed.parts);
                if (open.isEmpty()) {
                    return part;
                }
            }
        }
    }

    /** Adds a part and reads what follows it; says whether that closes the group. */
    private boolean addPart(Group group, XmlEvents.Model part) {
        group.parts.add(part);
        d.space();
        if (d.accept(")")) {
            return true;
        }
        char next = d.accept("|") ? '|' : d.accept(",") ? ',' : 0;
        if (next == 0 || group.separator != 0 && group.separator != next) {
            throw d.syntaxError();
        }
        group.separator = next;
        return false;
    }

    private int quantifier() {
        return d.accept("?") ? 1 : d.accept("*") ? ANY_NUMBER : d.accept("+") ? 3 : 0;
    }
}
