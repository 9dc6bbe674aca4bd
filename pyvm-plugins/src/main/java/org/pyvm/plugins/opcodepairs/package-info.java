/** A profiler of pairs of opcodes: an instrument that counts what follows what. */
package org.pyvm.plugins.opcodepairs;
