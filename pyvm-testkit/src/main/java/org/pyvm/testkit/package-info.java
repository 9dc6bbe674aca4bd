/**
 * For the tests of plugins: {@link org.pyvm.testkit.PluginProgram} runs a program and shows what the stages make of it,
 * {@link org.pyvm.testkit.PluginTck} checks a construct in every tool.
 */
package org.pyvm.testkit;
