/**
 * The {@code pyvm} command: reads options and environment, runs what they name, prompts.
 *
 * <p>Start with {@link org.pyvm.cli.CommandLine}. {@code views} shows what the stages of the machine make of a program.
 */
package org.pyvm.cli;
