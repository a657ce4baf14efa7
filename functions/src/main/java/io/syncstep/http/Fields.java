package io.syncstep.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Fields of what a provider sent; null where one is absent, null, or of another kind than it should be. */
public final class Fields {

    /** With a {@code T} or a space in the middle, with an offset or without one, then in UTC. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private static final int LONGEST_ID = 500;

    private Fields() {}

    /** A text that is not blank. */
    public static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** An id, which may be a text or a number. Of absurd length it is none: it would burst the state that carries it. */
    public static @Nullable String id(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String id = value.isIntegralNumber() ? value.asText() : text(node, field);
        return id == null || id.length() > LONGEST_ID ? null : id;
    }

    public static @Nullable Long integer(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
    }

    public static @Nullable Double number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? value.doubleValue() : null;
    }

    /** A point in time. */
    public static @Nullable Instant instant(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null) {
            return null;
        }
        try {
            return switch (TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime time -> time.toInstant();
                case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
                default -> null;
            };
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
