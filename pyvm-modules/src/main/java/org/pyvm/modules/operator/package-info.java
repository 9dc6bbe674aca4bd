/**
 * The module {@code _operator}: the operators as functions, and the callables that fetch items, attributes and methods.
 */
package org.pyvm.modules.operator;
