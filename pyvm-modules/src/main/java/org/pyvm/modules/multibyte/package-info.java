/**
 * The module {@code _multibytecodec} and the encodings of East Asia: {@code _codecs_cn}, {@code _codecs_hk}, {@code _codecs_iso2022},
 * {@code _codecs_jp}, {@code _codecs_kr} and {@code _codecs_tw}. A {@code CharacterTable} is made of one of Java's charsets and of what
 * CPython does differently; a {@code Coding} takes one character after the other; {@code CodingRun} deals with errors and pieces.
 */
package org.pyvm.modules.multibyte;
