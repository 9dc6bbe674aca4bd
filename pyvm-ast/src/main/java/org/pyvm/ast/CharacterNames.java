package org.pyvm.ast;

/** Where the names in {@code \N{...}} are looked up. */
@FunctionalInterface
public interface CharacterNames {
    /** The code point of that name or alias, letter case ignored, or -1. */
    int codePoint(String name);
}
