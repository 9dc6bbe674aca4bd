package org.pyvm.plugins.beginend;

import java.util.Map;
import org.pyvm.runtime.PyvmPlugin;
import org.pyvm.testkit.PluginTck;

class BeginEndTckTest extends PluginTck {
    @Override
    protected PyvmPlugin plugin() {
        return new BeginEndPlugin();
    }

    @Override
    protected Construct construct() {
        return new Construct(
                "from __syntax__ import beginend\nx = 1",
                "if x:\nbegin\nresult = [x,\nx + 1]\nend",
                "[1, 2]",
                "while x:\nbegin\nx = x / 0\nend",
                "x / 0",
                "from __syntax__ import beginend\nwhile 1:\nx = 2",
                "x = 2");
    }

    @Override
    protected boolean readsPython() {
        return false;
    }

    @Override
    protected Map<String, String> exempt() {
        Map<String, String> exempt = super.exempt();
        exempt.put("tokens_cover_the_text", "begin and end are layout, as INDENT and DEDENT are");
        exempt.put("the_statement_stands_where_it_is", "a block ends with its last statement, before end");
        return exempt;
    }
}
