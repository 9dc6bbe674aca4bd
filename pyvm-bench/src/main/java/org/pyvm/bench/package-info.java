/** Benchmarks of parts of the machine: a class answers one question. Whole programs are in {@code programs/}. */
package org.pyvm.bench;
