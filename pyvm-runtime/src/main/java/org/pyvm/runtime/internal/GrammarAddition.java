package org.pyvm.runtime.internal;

/**
 * Grammar rules that a plugin adds.
 *
 * @param plugin its name
 * @param ebnf in the notation of Python's grammar file
 */
public record GrammarAddition(String plugin, String ebnf) {}
