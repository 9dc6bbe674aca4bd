package org.pyvm.runtime.internal;

import org.pyvm.ast.LoweringRule;

/**
 * What a plugin says that the nodes of a grammar rule mean.
 *
 * @param plugin its name
 */
public record LoweringAddition(String plugin, String rule, LoweringRule meaning) {}
