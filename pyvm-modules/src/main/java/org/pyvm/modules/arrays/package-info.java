/**
 * The module {@code array}: sequences of numbers of one machine type.
 *
 * <p>{@code PyArray} keeps the items' bytes as a 64-bit little-endian machine has them; {@code ItemKind} knows what they mean.
 */
package org.pyvm.modules.arrays;
