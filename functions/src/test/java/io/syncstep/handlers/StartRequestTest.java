package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.json.RequestParser;
import io.syncstep.overview.AccountName;
import io.syncstep.sync.ProviderName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request that a button of the overview starts. */
class StartRequestTest {

    private static AccountName account(ProviderName provider) {
        return new AccountName(provider, "crm");
    }

    @ParameterizedTest
    @EnumSource
    void ofEveryProvidersTaskItIsValidToTheLastDigit(ProviderName provider) {
        var request = StartRequest.of(account(provider), "9223372036854775807", false);

        var parsed = RequestParser.parse(request.orElseThrow());

        assertThat(parsed.task().label()).isEqualTo("9223372036854775807");
        assertThat(parsed.account()).isEqualTo("crm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "007", "-1", "1.0", "9223372036854775808", "9999999999999999999", "x", "1\n"})
    void whatNoRequestCanNameHasNone(String taskId) {
        assertThat(StartRequest.of(account(ProviderName.STITCH), taskId, false)).isEmpty();
    }
}
