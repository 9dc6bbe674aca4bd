/**
 * Assembles the machine and runs it: the embedding API ({@link org.pyvm.runtime.Pyvm}), plugins ({@link
 * org.pyvm.runtime.PyvmPlugin}), and the start of an interpreter.
 */
package org.pyvm.runtime;
