package io.syncstep.page;

import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.ProviderName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to show.
 *
 * @param provider null for all
 * @param status null for all
 * @param text what name, id, slug, model, destination, tags or account must contain, in any case; empty for all
 * @param part of the list, from 1
 */
public record Filter(
        @Nullable ProviderName provider, @Nullable Status status, String text, int part) {

    /** Names of the form's fields. */
    public static final String PROVIDER = "provider";

    public static final String STATUS = "status";
    public static final String TEXT = "text";
    public static final String PART = "part";

    /** How much of a text is looked for. */
    public static final int LONGEST_TEXT = 200;

    public Filter {
        text = text.strip();
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        part = Math.max(1, part);
    }

    /** Reads the fields of a form. What is missing or means nothing filters nothing. */
    public static Filter of(Map<String, String> fields) {
        return new Filter(
                find(ProviderName.values(), ProviderName::word, fields.get(PROVIDER)),
                find(Status.values(), Status::word, fields.get(STATUS)),
                fields.getOrDefault(TEXT, ""),
                number(fields.getOrDefault(PART, "1")));
    }

    /** The fields that say the same. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Optional.ofNullable(provider).ifPresent(one -> fields.put(PROVIDER, one.word()));
        Optional.ofNullable(status).ifPresent(one -> fields.put(STATUS, one.word()));
        if (!text.isEmpty()) {
            fields.put(TEXT, text);
        }
        if (part > 1) {
            fields.put(PART, Integer.toString(part));
        }
        return fields;
    }

    /** The same tasks, another part of them. */
    public Filter withPart(int other) {
        return new Filter(provider, status, text, other);
    }

    boolean shows(TaskRow row) {
        return (provider == null || provider == row.account().provider())
                && (status == null || status == row.task().status())
                && (text.isEmpty() || texts(row).anyMatch(this::hasText));
    }

    private boolean hasText(String candidate) {
        return candidate.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> texts(TaskRow row) {
        TaskState task = row.task();
        Stream<String> tags = task.tags() == null
                ? Stream.of()
                : task.tags().entrySet().stream().map(tag -> tag.getKey() + ": " + tag.getValue());
        Stream<@Nullable String> fields = Stream.of(
                task.name(),
                task.taskId(),
                task.slug(),
                task.model(),
                task.destination(),
                task.destinationType(),
                row.account().toString());
        return Stream.concat(fields.filter(Objects::nonNull).map(Objects::requireNonNull), tags);
    }

    private static <T> @Nullable T find(T[] values, Function<T, String> word, @Nullable String wanted) {
        return Stream.of(values)
                .filter(value -> word.apply(value).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 1;
    }
}
