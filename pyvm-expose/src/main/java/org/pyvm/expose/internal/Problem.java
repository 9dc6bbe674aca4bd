package org.pyvm.expose.internal;

import javax.lang.model.element.Element;

/** A rule that an annotated element breaks; becomes a compiler error at the element. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Element element;

    Problem(Element element, String message) {
        super(message);
        this.element = element;
    }

    Element element() {
        return element;
    }
}
