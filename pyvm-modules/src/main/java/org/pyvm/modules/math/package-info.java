/**
 * The modules {@code math} and {@code cmath}.
 *
 * <p>What C's mathematical library has and Java has not, or has less accurate, is here too. {@code RealFunctions} names where the
 * results may differ from those of CPython on glibc in the last place.
 */
package org.pyvm.modules.math;
