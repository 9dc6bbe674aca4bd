package org.pyvm.plugins.decoded;

import com.google.auto.service.AutoService;
import org.pyvm.runtime.PyvmPlugin;

/** Adds the strategy {@code decoded}: {@code -X plugins=decoded -X eval=decoded}. */
@AutoService(PyvmPlugin.class)
public final class DecodedPlugin extends PyvmPlugin {
    @Override
    protected void contribute() {
        strategy(new DecodedStrategy());
    }
}
