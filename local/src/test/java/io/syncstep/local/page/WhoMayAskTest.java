package io.syncstep.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.engine.VirtualTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only under its own name, and only from its own page: what any other page in the same browser could send does nothing. */
class WhoMayAskTest {

    private static final String TASK = "/task/hightouch/default/1234567";

    @AutoClose
    private final Stand stand = new Stand(new VirtualTime());

    private final Browser browser = stand.browser();

    private int status(String... headers) {
        return RawCall.status(stand.port(), "GET / HTTP/1.1", headers);
    }

    private void nothingWasStarted() {
        assertThat(stand.runs().all()).isEmpty();
        assertThat(stand.simulators().hightouchSimulator().requests("POST", "/syncs/*/trigger"))
                .isEmpty();
    }

    @Test
    void noOtherMachineReachesIt() {
        assertThat(stand.server().listensOn().isLoopbackAddress()).isTrue();
    }

    @Test
    void itAnswersToItsOwnTwoNames() {
        assertThat(status("Host: 127.0.0.1:" + stand.port())).isEqualTo(200);
        assertThat(status("Host: LocalHost:" + stand.port())).isEqualTo(200);
        assertThat(RawCall.status(
                        stand.port(), "GET " + browser.origin() + "/ HTTP/1.1", "Host: 127.0.0.1:" + stand.port()))
                .isEqualTo(200);
    }

    @Test
    void anyOtherNameIsRefused() {
        var port = stand.port();
        for (var host : List.of(
                "rebound.example:" + port,
                "127.0.0.1",
                "localhost",
                "127.0.0.1:" + (port + 1),
                "127.0.0.1.example:" + port,
                "[::1]:" + port,
                "127.1:" + port,
                "127.0.0.1:" + port + ".example",
                "")) {
            assertThat(status("Host: " + host)).as(host).isEqualTo(421);
        }
        assertThat(status()).isEqualTo(421);
        assertThat(status("Host: 127.0.0.1:" + port, "Host: rebound.example")).isEqualTo(421);
        assertThat(RawCall.status(port, "GET http://rebound.example/ HTTP/1.1", "Host: 127.0.0.1:" + port))
                .isEqualTo(421);
        assertThat(RawCall.status(port, "POST /runs HTTP/1.1", "Host: rebound.example:" + port, "Content-Length: 0"))
                .isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?ask=run", "?ask=resync", "?ask=run&token=1&name=1", "?ask=<script>"})
    void aLookStartsNothing(String query) {
        assertThat(browser.get(TASK + query.replace("<", "%3C").replace(">", "%3E"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/runs" + query.replace("<", "%3C").replace(">", "%3E"))
                        .statusCode())
                .isEqualTo(200);
        nothingWasStarted();
    }

    @Test
    void aFormInTheAddressStartsNothing() {
        var form = browser.form(TASK + "?ask=run");

        assertThat(browser.get("/runs?" + Encoded.fields(form)).statusCode()).isEqualTo(200);
        assertThat(browser.send("HEAD", "/runs?" + Encoded.fields(form), "").statusCode())
                .isEqualTo(200);
        assertThat(browser.send("PUT", "/runs", Encoded.fields(form)).statusCode())
                .isEqualTo(405);
        nothingWasStarted();
    }

    @Test
    void aFormOfAnotherPageIsRefusedThoughItKnowsTheToken() {
        var form = browser.form(TASK + "?ask=run");

        for (var headers : List.of(
                new String[] {},
                new String[] {"Origin", "null"},
                new String[] {"Origin", "http://evil.example"},
                new String[] {"Origin", "http://127.0.0.1:" + (stand.port() + 1)},
                new String[] {"Origin", "https://127.0.0.1:" + stand.port()},
                new String[] {"Origin", browser.origin() + ".example"},
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"},
                new String[] {"Sec-Fetch-Site", "none"},
                new String[] {"Origin", "http://evil.example", "Sec-Fetch-Site", "same-origin"},
                new String[] {"Origin", browser.origin(), "Sec-Fetch-Site", "cross-site"},
                new String[] {"Origin", "null", "Sec-Fetch-Site", "cross-site"})) {
            assertThat(browser.post(form, headers).statusCode())
                    .as(String.join(" ", headers))
                    .isEqualTo(403);
        }
        nothingWasStarted();
    }

    @Test
    void aFormWithoutTheTokenOfThisStartIsRefused() {
        var form = browser.form(TASK + "?ask=run");
        try (var another = new Stand(new VirtualTime())) {
            var others = another.browser().form(TASK + "?ask=run").get(Door.TOKEN);

            assertThat(others).isNotEqualTo(form.get(Door.TOKEN));
            for (var token : List.of("", "x", others, form.get(Door.TOKEN) + "x")) {
                var forged = new LinkedHashMap<>(form);
                forged.put(Door.TOKEN, token);
                assertThat(browser.submit(forged).statusCode()).isEqualTo(403);
            }
            form.remove(Door.TOKEN);
            assertThat(browser.submit(form).statusCode()).isEqualTo(403);
            assertThat(browser.post(Map.of(), "Origin", browser.origin()).statusCode())
                    .isEqualTo(403);
        }
        nothingWasStarted();
    }

    @Test
    void itsOwnFormStartsARunWhateverOfTheTwoTheBrowserSends() {
        assertThat(browser.post(browser.form(TASK + "?ask=run"), "Origin", browser.origin())
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.post(browser.form(TASK + "?ask=run"), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.submit(browser.form(TASK + "?ask=run")).statusCode()).isEqualTo(303);
        assertThat(stand.runs().all()).hasSize(3);
    }
}
