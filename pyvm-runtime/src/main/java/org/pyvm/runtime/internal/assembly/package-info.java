/**
 * How plugins become parts of a machine: what they contribute is collected by Guice, checked for conflicts, and put
 * together into one front end for each set of plugins that some source asks for.
 */
package org.pyvm.runtime.internal.assembly;
