package io.syncstep.page;

import static io.syncstep.page.Samples.CRM;
import static io.syncstep.page.Samples.one;
import static io.syncstep.page.Samples.parsed;
import static io.syncstep.page.Samples.run;
import static io.syncstep.page.Samples.task;
import static io.syncstep.page.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.overview.Overview;
import io.syncstep.overview.Status;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page can be read without colours and aloud, and without anything loaded from elsewhere. */
class PageForEverybodyTest {

    private final Page page = new Page(new LinksEverywhere(), Theme.READERS);

    @ParameterizedTest
    @EnumSource(Status.class)
    void aStatusIsToldInWordsAndBySignNotByColourAlone(Status status) {
        Document html = overview(one(CRM, task("1", "orders", status)), Samples.ALL);

        Element cell = html.expectFirst("tbody td .tone");
        assertThat(cell.ownText()).isEqualTo(status.word());
        assertThat(cell.hasClass(Words.word(status.tone()))).isTrue();
        assertThat(cell.expectFirst("[aria-hidden=true]").text()).isEqualTo(Words.sign(status.tone()));
    }

    @Test
    void theTableHasACaptionAndEveryHeaderItsScope() {
        Document html = overview(one(CRM, task("1", "orders", Status.HEALTHY)), Samples.ALL);

        assertThat(html.expectFirst("table > caption").text()).startsWith("Tasks 1 to 1 of 1");
        assertThat(html.select("th:not([scope])")).isEmpty();
        assertThat(html.select("select, input").stream()
                        .filter(field -> field.parents().select("label").isEmpty()))
                .isEmpty();
    }

    @Test
    void everySectionHasAHeadingAndALinksNameHoldsWhatIsRead() {
        Document html = overview(one(CRM, task("1", "orders", Status.HEALTHY)), Samples.ALL);
        Document details = parsed(page.task(Samples.details(task("1", "orders", Status.HEALTHY))));

        assertThat(html.select("section > h2").eachText()).containsExactly("Syncs, sources and jobs");
        assertThat(details.select("section > h2").eachText()).startsWith("orders");
        assertThat(details.select("a[aria-label]"))
                .isNotEmpty()
                .allMatch(link -> link.attr("aria-label").contains(link.text()));
        assertThat(parsed(page.message("a", "b")).select("h2").eachText()).containsExactly("a");
        assertThat(parsed(page.started(new StartView(CRM, "1", new StartView.Result.Started("x", null), null)))
                        .select("h2"))
                .hasSize(1);
    }

    @Test
    void nothingIsLoadedAndNoScriptIsInIt() {
        Stream.of(
                        page.overview(view(one(CRM, task("1", "orders", Status.HEALTHY)), Samples.ALL)),
                        page.task(Samples.details(task("1", "orders", Status.HEALTHY), run(1, Status.HEALTHY, 60, 5))),
                        page.started(new StartView(CRM, "1", new StartView.Result.Started("x", null), null)))
                .map(Samples::parsed)
                .forEach(html -> {
                    assertThat(html.select("script, link, img, iframe, object, use, [src], [style]"))
                            .isEmpty();
                    assertThat(html.getAllElements().stream()
                                    .flatMap(element -> element.attributes().asList().stream())
                                    .filter(attribute -> attribute.getKey().startsWith("on")))
                            .isEmpty();
                });
        assertThat(Page.style()).doesNotContain("url(", "@import");
    }

    private Document overview(Overview overview, Filter filter) {
        return parsed(page.overview(view(overview, filter)));
    }
}
