package io.syncstep.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.engine.VirtualTime;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a wrong address gets, and what is said of what can't be read. */
class PagesOfTroubleTest {

    @AutoClose
    private final Stand stand = new Stand(new VirtualTime());

    private final Browser browser = stand.browser();

    @Test
    void whatIsNotThereGetsAPageThatSaysSo() {
        for (var path : List.of(
                "/nothing",
                "/favicon.ico",
                "/task",
                "/task/hightouch/default/1",
                "/task/hightouch/other/1234567",
                "/task/higtouch/default/1234567",
                "/task/hightouch/default/%3Cscript%3E",
                "/task/hightouch/default/1234567/more",
                "/runs/",
                "/runs/59f3f92c-e48e-4811-850c-5f100ab34e68",
                "/runs/59f3f92c-e48e-4811-850c-5f100ab34e68/now",
                "/..%2f..%2fetc/passwd")) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("There is no such page.").doesNotContain("<script>");
        }
    }

    @Test
    void whatCantBeReadGetsAPageThatSaysSo() {
        var form = browser.form("/task/hightouch/default/1234567?ask=run");
        var port = stand.port();

        assertThat(RawCall.status(port, "GET /?text=%zz HTTP/1.1", "Host: 127.0.0.1:" + port))
                .isEqualTo(400);
        assertThat(RawCall.status(port, "GET /%1 HTTP/1.1", "Host: 127.0.0.1:" + port))
                .isEqualTo(400);
        assertThat(browser.get("/?text=a&text=b").statusCode()).isEqualTo(400);
        assertThat(browser.send("DELETE", "/runs", "").statusCode()).isEqualTo(405);
        assertThat(browser.send("POST", "/", Encoded.fields(form)).statusCode()).isEqualTo(405);
        assertThat(browser.send("POST", "/", Encoded.fields(form)).headers().firstValue("Allow"))
                .contains("GET, HEAD");
        assertThat(browser.send("POST", "/runs", "x=" + "y".repeat(Asks.LARGEST))
                        .statusCode())
                .isEqualTo(413);
        assertThat(browser.submit(form, "name", "../../etc").statusCode()).isEqualTo(400);
        assertThat(browser.submit(form, "account", "hightouch").statusCode()).isEqualTo(400);
        assertThat(browser.submit(form, "rows", "bogus").statusCode()).isEqualTo(400);
        assertThat(browser.submit(form, "rows", "").statusCode()).isEqualTo(400);
        assertThat(browser.submit(form, "task", "999").statusCode()).isEqualTo(404);
        assertThat(browser.submit(form, "account", "hightouch/other").statusCode())
                .isEqualTo(404);
        assertThat(stand.runs().all()).isEmpty();
    }

    @Test
    void aStartThatCantBeLookedUpNowSaysThatNothingWasStartedAndWhy() {
        stand.simulators().hightouchSimulator().acceptTokens("another");
        var form = new LinkedHashMap<>(browser.form("/task/stitch/acme/120643?ask=run"));
        form.put("task", "1234567");

        var answer = browser.submit(form, "account", "hightouch/default");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Nothing was started.", "401").doesNotContain("There is no such page.");
        assertThat(browser.submit(form, "account", "hightouch/other").body()).contains("Nothing was started.");
        assertThat(stand.runs().all()).isEmpty();
    }
}
