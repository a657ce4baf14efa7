package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Retry-After} is obeyed in both its forms, within reason. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void secondsAreSeconds() {
        assertThat(of("120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(of(" 7 ")).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aDateIsWaitedFor() {
        assertThat(of("Sun, 22 Nov 2026 08:01:30 GMT")).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theWaitIsAtLeastASecond() {
        assertThat(of("0")).isEqualTo(Duration.ofSeconds(1));
        assertThat(of("Sun, 22 Nov 2026 07:00:00 GMT")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theWaitIsAtMostADay() {
        assertThat(of("999999999")).isEqualTo(Duration.ofDays(1));
        assertThat(of("99999999999999999999")).isEqualTo(Duration.ofDays(1));
        assertThat(of("Tue, 22 Nov 2050 08:00:00 GMT")).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "Sun, 99 Nov 2026 08:00:00 GMT", "2026-11-22"})
    void whatCannotBeReadIsIgnored(String value) {
        assertThat(of(value)).isNull();
    }

    @Test
    void anAbsentHeaderAsksForNothing() {
        assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (name, value) -> true), NOW))
                .isNull();
    }

    private static @Nullable Duration of(String value) {
        return RetryAfter.of(HttpHeaders.of(Map.of("retry-after", List.of(value)), (name, v) -> true), NOW);
    }
}
