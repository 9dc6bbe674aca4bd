/** Arithmetic on constants, as Python does it, for what is computed at compile time. */
package org.pyvm.compiler.internal.constants;
