package io.syncstep.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110): seconds, or a date. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** At least a second and at most a day, or null where the header is absent or can't be read. */
    static @Nullable Duration of(HttpHeaders headers, Instant now) {
        Duration asked = headers.firstValue("Retry-After")
                .map(String::strip)
                .map(text -> parse(text, now))
                .orElse(null);
        if (asked == null) {
            return null;
        }
        Duration positive = asked.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : asked;
        return positive.compareTo(LONGEST) > 0 ? LONGEST : positive;
    }

    private static @Nullable Duration parse(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (text.matches("\\d+")) {
            return LONGEST;
        }
        try {
            return Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
