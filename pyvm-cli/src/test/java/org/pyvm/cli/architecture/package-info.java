/**
 * What the modules promise each other, checked on their class files: who may use whom, where the world outside is reached,
 * what may be static, how big a method may get.
 *
 * <p>These tests sit in pyvm-cli because it alone sees every module. Start with {@link org.pyvm.cli.architecture.ModuleRulesTest}.
 */
package org.pyvm.cli.architecture;
