/**
 * The module {@code _struct}: values packed into bytes as C structures are, on a 64-bit little-endian machine.
 *
 * <p>{@code StructFormat} is a format string taken apart, {@code StructPacker} and {@code StructUnpacker} convert its items.
 */
package org.pyvm.modules.structs;
