/**
 * Modules by which programs look at programs: {@code _opcode}, {@code _symtable}, {@code _typing}, {@code faulthandler},
 * {@code _lsprof}, {@code _tokenize}. The views of pyvm's own stages are in {@code views}.
 */
package org.pyvm.modules.introspection;
