/**
 * The built-in modules that CPython writes in C, in Java: one class a module, a package when it needs several. The build
 * lists them in {@code ExposedModules}.
 */
package org.pyvm.modules;
