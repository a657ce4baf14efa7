package io.syncstep.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.handlers.StartRequest;
import io.syncstep.overview.AccountName;
import io.syncstep.sync.ProviderName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page orders what a widget would. */
class OrderTest {

    private static final AccountName CRM = new AccountName(ProviderName.HIGHTOUCH, "crm");

    @Test
    void itsRequestIsThatOfTheWidget() {
        assertThat(new Order(CRM, "9223372036854775807", "orders", true).request())
                .isEqualTo(StartRequest.of(CRM, "9223372036854775807", true).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "007", "9223372036854775808", "9999999999999999999", "", "x"})
    void whatAWidgetShowsNoButtonForIsNotStartedByAPageEither(String taskId) {
        assertThat(new PageActions().run(CRM, taskId, false)).isNull();
        assertThatThrownBy(() -> new Order(CRM, taskId, "orders", false)).isInstanceOf(Refused.class);
    }
}
