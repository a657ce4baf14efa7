package io.syncstep.dbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.sync.Execution;
import org.junit.jupiter.api.Test;

/** A cause names one execution, in at most 255 characters. */
class CauseTest {

    @Test
    void theLongestArnFits() {
        String arn =
                "arn:aws-us-gov:states:us-gov-west-1:123456789012:execution:" + "m".repeat(80) + ":" + "e".repeat(80);

        assertThat(of(arn, "e").text()).isEqualTo("Syncstep execution " + arn).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void withoutAnArnTheNameIsUsedAndWithoutOneTheStart() {
        assertThat(of("", "nightly").text()).isEqualTo("Syncstep execution nightly");
        assertThat(of(" ", "").text()).isEqualTo("Syncstep execution of 2026-11-22T08:00:00Z");
    }

    @Test
    void ofANameThatIsTooLongTheEndIsKept() {
        assertThat(of("x".repeat(400) + "-7", "").text()).hasSize(255).endsWith("x-7");
    }

    @Test
    void aLongerOneIsRefused() {
        assertThatThrownBy(() -> new Cause("x".repeat(256))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quotesAreEscaped() {
        assertThat(of("a\"b", "").json()).isEqualTo("{\"cause\":\"Syncstep execution a\\\"b\"}");
    }

    private static Cause of(String id, String name) {
        return Cause.of(new Execution(id, name, DbtServer.NOW));
    }
}
