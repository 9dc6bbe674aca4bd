/**
 * The module {@code _pickle}: pickles of all protocols, written and read in Java.
 *
 * <p>Start with {@link org.pyvm.modules.pickle.ObjectPickler}, which says how each kind of object is written, and
 * {@link org.pyvm.modules.pickle.UnpicklingMachine}, the stack machine that a pickle is a program for.
 */
package org.pyvm.modules.pickle;
