package io.syncstep.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import io.syncstep.local.engine.VirtualTime;
import io.syncstep.local.simulator.hightouch.Sync;
import io.syncstep.local.simulator.stitch.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the pages show. */
class PagesTest {

    private static final String EVIL = "</title><script>alert(\"x\")</script> & 'quotes' <img src=x onerror=alert(1)>";

    @AutoClose
    private final Stand stand = new Stand(new VirtualTime());

    private final Browser browser = stand.browser();

    @Test
    void theListLeadsToEveryTaskOfEveryAccount() {
        var list = browser.page("/");

        assertThat(list.text())
                .contains("orders → Salesforce production", "Hightouch default", "Stitch acme", "a notice");
        for (var link : list.select("tbody th a")) {
            assertThat(browser.page(link.attr("href")).text()).contains(link.text(), "Latest runs");
        }
    }

    @Test
    void theListIsFilteredByItsForm() {
        var failing = browser.page("/?provider=stitch&status=Failing&text=");

        assertThat(failing.select("tbody tr"))
                .isNotEmpty()
                .allMatch(row -> row.text().contains("Stitch acme"));
    }

    @Test
    void anAccountThatFailsShowsBesideTheOther() {
        stand.simulators().stitchSimulator().acceptTokens("another");

        var list = browser.page("/");

        assertThat(list.select(".problem").text()).contains("Stitch acme", "Unauthorized");
        assertThat(list.text()).contains("orders → Salesforce production");
        assertThat(browser.get("/task/stitch/acme/120643").statusCode()).isEqualTo(503);
        assertThat(browser.get("/task/stitch/acme/120643").body()).contains("could not be read as a whole");
    }

    @Test
    void theProviderIsAskedOnceHoweverOftenThePageIsLoaded() {
        browser.page("/");
        browser.page("/task/hightouch/default/1234567");
        var asked = stand.simulators().hightouchSimulator().requests().size();

        browser.page("/");
        browser.page("/task/hightouch/default/1234567?ask=run");
        browser.page("/task/hightouch/default/1234567");

        assertThat(stand.simulators().hightouchSimulator().requests()).hasSize(asked);
    }

    @Test
    void everyAnswerKeepsItselfFromFramesCachesAndOtherPeoplesScripts() {
        for (var path :
                List.of("/", "/task/hightouch/default/1234567?ask=run", "/runs", "/page.css", "/page.js", "/nothing")) {
            var headers = browser.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe", "*");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }

    @Test
    void nothingOfAPageNeedsAScriptOrStyleThatThePolicyForbids() {
        for (var path : List.of(
                "/", "/task/hightouch/default/1234567?ask=run", browser.start("/task/hightouch/default/1234567"))) {
            var page = browser.page(path);
            assertThat(page.select("[style], style, script:not([src])"))
                    .as(path)
                    .isEmpty();
            assertThat(page.getAllElements())
                    .noneMatch(element -> element.attributes().asList().stream()
                            .anyMatch(attribute -> attribute.getKey().startsWith("on")));
            assertThat(page.select("script, link, img, iframe"))
                    .allMatch(part -> (part.attr("src") + part.attr("href")).matches("/page\\.(js|css)"));
        }
    }

    @Test
    void whateverATaskIsCalledStaysText() {
        stand.simulators().hightouchSimulator().addModel("701", EVIL);
        stand.simulators()
                .hightouchSimulator()
                .addSync(new Sync("77", EVIL, "701", "601", EVIL, false, Map.of(EVIL, EVIL)));
        stand.simulators().stitchSimulator().addSource(Source.plain(78, "bell", EVIL));

        var paths = List.of(
                "/",
                "/?text=" + Encoded.segment(EVIL),
                "/task/hightouch/default/77?ask=run",
                browser.start("/task/hightouch/default/77"),
                browser.start("/task/stitch/acme/78"),
                "/task/hightouch/default/77",
                "/runs");
        for (var path : paths) {
            var page = browser.page(path);
            assertThat(page.text()).as(path).contains("<script>alert(\"x\")</script> & 'quotes'");
            assertThat(page.select("script")).as(path).hasSize(1);
            assertThat(page.select("img")).as(path).isEmpty();
        }
    }

    @Test
    void noTemplateWritesATextAsMarkup() throws IOException {
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            assertThat(templates.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneMatch(template -> contentOf(template.toFile()).contains("$unsafe"));
        }
    }

    @Test
    void onlyHightouchSendsAllRowsAgain() {
        var form = browser.form("/task/stitch/acme/120643?ask=run");

        assertThat(browser.submit(form, "rows", "all").statusCode()).isEqualTo(400);
        assertThat(browser.page("/task/stitch/acme/120643?ask=resync").text()).doesNotContain("Send all rows");
        assertThat(browser.page("/task/hightouch/default/1234567?ask=resync").text())
                .contains("Send all rows");
        assertThat(stand.runs().all()).isEmpty();
    }

    @Test
    void aQuestionHasTheFocusNotItsYes() {
        for (var asked : List.of("run", "resync")) {
            var form =
                    browser.page("/task/hightouch/default/1234567?ask=" + asked).expectFirst("form.ask");

            assertThat(form.select("[autofocus]"))
                    .singleElement()
                    .matches(element -> element.is("h2") && element.hasAttr("tabindex"));
        }
    }

    @Test
    void noPageHoldsACredential() {
        for (var path :
                List.of("/", "/task/hightouch/default/1234567", browser.start("/task/hightouch/default/1234567"))) {
            assertThat(browser.get(path).body()).doesNotContain(Stand.KEY, "stitch-token-0815");
        }
    }
}
