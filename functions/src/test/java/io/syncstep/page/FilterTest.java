package io.syncstep.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.overview.Status;
import io.syncstep.sync.ProviderName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tasks a filter shows, and what a form may send. */
class FilterTest {

    private static final TaskRow ROW =
            new TaskRow(Samples.CRM, Samples.task("17", "Orders → Salesforce", Status.HEALTHY));

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "SALESFORCE", "slug-17", "17", "hightouch/crm", "team: crm", " → "})
    void aTextIsFoundInEachNameOfATaskInAnyCase(String text) {
        assertThat(new Filter(null, null, text, 1).shows(ROW)).isTrue();
    }

    @Test
    void providerStatusAndTextMustAllHold() {
        assertThat(new Filter(ProviderName.HIGHTOUCH, Status.HEALTHY, "orders", 1).shows(ROW))
                .isTrue();
        assertThat(new Filter(ProviderName.STITCH, null, "", 1).shows(ROW)).isFalse();
        assertThat(new Filter(null, Status.WARNING, "", 1).shows(ROW)).isFalse();
        assertThat(new Filter(null, null, "refunds", 1).shows(ROW)).isFalse();
    }

    @Test
    void fieldsAreReadAsTheyAreWritten() {
        Filter filter = new Filter(ProviderName.DBT, Status.IN_PROGRESS, "a \"b\"", 3);

        assertThat(Filter.of(filter.fields())).isEqualTo(filter);
        assertThat(Samples.ALL.fields()).isEmpty();
    }

    @Test
    void whatMeansNothingFiltersNothing() {
        assertThat(Filter.of(Map.of("provider", "fivetran", "status", "?", "part", "-1", "other", "x")))
                .isEqualTo(Samples.ALL);
        assertThat(Filter.of(Map.of("part", "99999999999999999999"))).isEqualTo(Samples.ALL);
    }

    @Test
    void aTextIsCutRatherThanCarriedAroundInEachButton() {
        assertThat(new Filter(null, null, "x".repeat(5_000), 1).text()).hasSize(200);
    }
}
