package io.syncstep.local.page;

import io.syncstep.page.Html;
import io.syncstep.page.HtmlTemplates;
import io.syncstep.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes the parts of the page that only this server has. Every text is escaped for the place where it stands. */
final class Templates {

    private static final HtmlTemplates TEMPLATES = new HtmlTemplates(Templates.class);

    static final String STYLE = Page.style() + read("page.css");
    static final String SCRIPT = read("page.js");

    private Templates() {}

    /** A whole page: the way around, then these sections. */
    static Html document(String title, List<String> notices, Html... sections) {
        return document(title, notices, false, sections);
    }

    /** One that loads itself again where no script runs. */
    static Html reloading(String title, List<String> notices, Html... sections) {
        return document(title, notices, true, sections);
    }

    private static Html document(String title, List<String> notices, boolean reloads, Html... sections) {
        var top = TEMPLATES.write("top", Map.of("notices", notices));
        var all = Stream.concat(Stream.of(top), Stream.of(sections)).toList();
        return Page.document(title + " – Syncstep", all, Place.STYLE, Place.SCRIPT, reloads);
    }

    /** Asks before something starts. */
    static Html ask(Question question) {
        return TEMPLATES.write("ask", Map.of("question", question));
    }

    /** The runs that were started here. */
    static Html runs(String title, List<Look> looks) {
        return TEMPLATES.write("runs", Map.of("title", title, "looks", looks));
    }

    /** One of them, as it stands and goes on. */
    static Html run(Look look) {
        return TEMPLATES.write("run", Map.of("look", look));
    }

    /** The part of it that changes. */
    static Html now(Look look) {
        return TEMPLATES.write("now", Map.of("look", look));
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
