/**
 * The module {@code unicodedata}: the character database of Unicode 14, and that of 3.2.
 *
 * <p>ICU4J knows a later version. {@code CharacterDatabase} leaves out what is younger, and {@code corrections.txt} has the
 * properties that have changed since; the other resource has the named sequences.
 */
package org.pyvm.modules.unicode;
