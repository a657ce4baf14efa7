package io.syncstep.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML. Each answer but the document is one {@code <section>} that loads nothing and has no script; it wants the
 * {@linkplain #style style} beside it. Every text is escaped for the place where it stands.
 */
public final class Page {

    private static final HtmlTemplates TEMPLATES = new HtmlTemplates();
    private static final String STYLE = read("page.css");

    private final Actions actions;
    private final Theme theme;

    public Page(Actions actions, Theme theme) {
        this.actions = actions;
        this.theme = theme;
    }

    /** The style sheet of all of it. */
    public static String style() {
        return STYLE;
    }

    /** The list of tasks. */
    public Html overview(OverviewView view) {
        return write("overview", Map.of("view", view, "part", Part.of(view)));
    }

    /** One task, with its latest runs. */
    public Html task(TaskView view) {
        return write("task", Map.of("view", view));
    }

    /** What became of a start. */
    public Html started(StartView view) {
        return write("started", Map.of("view", view));
    }

    /** A sentence, where there is nothing else to show. */
    public Html message(String title, String text) {
        return write("message", Map.of("title", title, "text", text));
    }

    /**
     * A whole document around these sections.
     *
     * @param style address of the style sheet
     * @param script address of a script, or null for none
     * @param reloads whether it loads itself again where no script does: after 2 s
     */
    public static Html document(
            String title, List<Html> sections, String style, @Nullable String script, boolean reloads) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("title", title);
        values.put("sections", sections);
        values.put("style", style);
        values.put("script", script);
        values.put("reloads", reloads);
        return TEMPLATES.write("document", values);
    }

    private Html write(String template, Map<String, Object> values) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put("actions", actions);
        all.put("theme", theme);
        return TEMPLATES.write(template, all);
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
