/** A second tokenizer: blocks stand between {@code begin} and {@code end}, and indentation means nothing. */
package org.pyvm.plugins.beginend;
