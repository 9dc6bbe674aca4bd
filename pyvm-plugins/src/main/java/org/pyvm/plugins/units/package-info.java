/** Quantities as literals, {@code 5km}: suffixes of numbers, and a module in Python that says what they mean. */
package org.pyvm.plugins.units;
