package org.pyvm.plugins.beginend;

import com.google.auto.service.AutoService;
import org.pyvm.runtime.PyvmPlugin;

/**
 * Replaces the tokenizer by one in which {@code :} at the end of a line, then {@code begin} ... {@code end}, makes a block:
 * the grammar and all later stages stay as they are, since they see the same tokens.
 */
@AutoService(PyvmPlugin.class)
public final class BeginEndPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        tokenizer(new BeginEndTokenizer());
    }
}
