/** A limit for the number of instructions that a program may run. */
package org.pyvm.plugins.fuel;
