/** Several exceptions in an {@code except} without parentheses (PEP 758). */
package org.pyvm.plugins.exceptlist;
