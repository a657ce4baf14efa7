package io.syncstep.local.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.syncstep.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the parts of the page that only this server has. Every text is escaped for the place where it stands. */
final class Templates {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    static final String STYLE = Page.style() + read("page.css");
    static final String SCRIPT = read("page.js");

    private Templates() {}

    /** A whole page: the way around, then these sections. */
    static String document(String title, List<String> notices, String... sections) {
        return Page.document(
                title + " – Syncstep", top(notices) + String.join("\n", sections), Place.STYLE, Place.SCRIPT);
    }

    private static String top(List<String> notices) {
        return write("top", Map.of("notices", notices));
    }

    /** Asks before something starts. */
    static String ask(Question question) {
        return write("ask", Map.of("question", question));
    }

    /** The runs that were started here. */
    static String runs(String title, List<Look> looks) {
        return write("runs", Map.of("title", title, "looks", looks));
    }

    /** One of them, as it stands and goes on. */
    static String run(Look look) {
        return write("run", Map.of("look", look));
    }

    /** The part of it that changes. */
    static String now(Look look) {
        return write("now", Map.of("look", look));
    }

    private static String write(String template, Map<String, Object> values) {
        var out = new StringOutput();
        TEMPLATES.render(template + ".jte", values, out);
        return out.toString();
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
