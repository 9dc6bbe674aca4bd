package org.pyvm.ast;

import java.util.List;

/** A frozenset of constants, in the order written; made by the compiler from {@code in {1, 2}}. */
public record FrozenConstant(List<Object> items) {}
