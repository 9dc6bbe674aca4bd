/** The start of an interpreter, step by step. */
package org.pyvm.runtime.internal;
