package io.syncstep.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.syncstep.sync.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Templates that were compiled with this program. They escape every text, and take {@link Html} as it is. No character that steers
 * or turns text around is in what they make, whatever the text came from.
 */
public final class HtmlTemplates {

    private final TemplateEngine engine;

    /** Those of the page. */
    HtmlTemplates() {
        this.engine = TemplateEngine.createPrecompiled(ContentType.Html);
    }

    /** Those that were compiled into the package of this class. */
    public HtmlTemplates(Class<?> neighbour) {
        this.engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, neighbour.getClassLoader(), neighbour.getPackageName());
    }

    /** What a template makes of these values. */
    public Html write(String template, Map<String, @Nullable Object> values) {
        StringOutput out = new StringOutput();
        engine.render(template + ".jte", values, out);
        return new Html(Text.plain(out.toString()));
    }
}
