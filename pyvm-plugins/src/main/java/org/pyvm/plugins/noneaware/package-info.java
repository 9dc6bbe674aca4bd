/** {@code a?.b}, {@code a?[b]}, {@code a ?? b} and {@code a ??= b} (PEP 505). */
package org.pyvm.plugins.noneaware;
