package io.syncstep.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * Markup that a template wrote, with each text in it escaped for its place. Nothing but {@link HtmlTemplates} makes it, so that no
 * text gets into a page as markup by mistake.
 */
public final class Html implements Content {

    /** Nothing. */
    public static final Html NONE = new Html("");

    private final String markup;

    Html(String markup) {
        this.markup = markup;
    }

    @Override
    public void writeTo(TemplateOutput out) {
        out.writeContent(markup);
    }

    /** The markup, to be sent. */
    @Override
    public String toString() {
        return markup;
    }
}
