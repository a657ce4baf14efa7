package io.syncstep.page;

import io.syncstep.overview.Status;
import io.syncstep.sync.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How times, durations and numbers are written in the page. */
public final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final Duration LONGEST_AGO = Duration.ofDays(60);

    private Words() {}

    /** {@code 2026-11-22 08:00}, in UTC. */
    public static String time(Instant time) {
        return MINUTE.format(time);
    }

    /** {@code 2026-11-22T08:00:00Z}, for machines. */
    public static String exact(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 2026-11-22 08:00:05 UTC}. */
    public static String second(Instant time) {
        return SECOND.format(time);
    }

    /**
     * {@code 3 min ago}; null where that would say less than the date. A time that is yet to come was told by a clock that is ahead
     * of ours: by a little it is now, by more nobody knows.
     */
    public static @Nullable String ago(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        if (age.compareTo(CLOCKS_APART.negated()) < 0 || age.compareTo(LONGEST_AGO) > 0) {
            return null;
        }
        return age.compareTo(Duration.ofMinutes(1)) < 0 ? "just now" : whole(age) + " ago";
    }

    private static String whole(Duration age) {
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 1 ? age.toHours() + " h" : age.toDays() == 1 ? "1 day" : age.toDays() + " days";
    }

    /** {@code 42 s}, {@code 3 min 5 s}, {@code 1 h}: at most two units, and none of 0. */
    public static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        return duration.compareTo(Duration.ofHours(1)) < 0
                ? two(duration.toMinutes(), " min", duration.toSecondsPart(), " s")
                : two(duration.toHours(), " h", duration.toMinutesPart(), " min");
    }

    private static String two(long large, String unit, int small, String part) {
        return small == 0 ? large + unit : large + unit + " " + small + part;
    }

    /** {@code 12,345}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 773 added, 2 changed}; null where nothing is known. What is 0 or not known is left out, unless all is. */
    public static @Nullable String rows(Rows.@Nullable Counts counts) {
        if (counts == null || (counts.added() == null && counts.changed() == null && counts.removed() == null)) {
            return null;
        }
        String words = count(counts.added(), " added, ")
                + count(counts.changed(), " changed, ")
                + count(counts.removed(), " removed, ");
        return words.isEmpty() ? "0" : words.substring(0, words.length() - 2);
    }

    private static String count(@Nullable Long count, String what) {
        return count == null || count == 0 ? "" : number(count) + what;
    }

    /** The class of what has this tone. */
    public static String word(Status.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    /** A sign for the tone, so that it is not told by colour alone. */
    public static String sign(Status.Tone tone) {
        return switch (tone) {
            case GOOD -> "✓";
            case BAD -> "✗";
            case BUSY -> "↻";
            case IDLE -> "–";
        };
    }

    /** The address where it leads to the web, else null: what a provider calls an address may be a script. */
    public static @Nullable String link(@Nullable String url) {
        return url != null && url.matches("(?i)https?://[^\\s\"'<>]+") ? url : null;
    }
}
