package io.syncstep.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.overview.AccountTasks;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Overview;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Problem;
import io.syncstep.overview.Status;
import io.syncstep.sync.SyncError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What providers and callers name things stays text: no name becomes an element or an attribute, and none is lost. */
public abstract class EscapingPromises {

    private static final Set<String> ELEMENTS = Set.of(
            ("html head body section p strong span ul li form label select option input button div table caption thead tbody "
                            + "tr th td small a time nav h2 h3 dl dt dd figure figcaption svg title desc rect cwdb-action")
                    .split(" "));
    private static final Set<String> ATTRIBUTES = Set.of(
            ("class title aria-label aria-hidden role tabindex scope href target rel datetime name value selected action method "
                            + "type disabled hidden viewbox preserveaspectratio x y width height display endpoint confirmation")
                    .split(" "));

    /** What can be done where the page is shown. */
    protected abstract Actions actions();

    protected static Stream<String> hostileNames() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</cwdb-action><script>alert(1)</script>",
                "</title></svg></style></section><iframe src=//evil></iframe>",
                "&lt;b&gt; &amp; \" ' ` = \\ ${7*7} @raw",
                "javascript:alert(1)");
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    protected void aNameStaysText(String name) {
        for (Html html : fragments(name)) {
            Document parsed = Samples.parsed(html);

            assertThat(parsed.getAllElements().stream().map(Element::normalName).filter(tag -> !tag.startsWith("#")))
                    .isSubsetOf(ELEMENTS);
            assertThat(parsed.getAllElements().stream()
                            .flatMap(element -> element.attributes().asList().stream())
                            .map(attribute -> attribute.getKey().toLowerCase(Locale.ROOT)))
                    .isSubsetOf(ATTRIBUTES);
            assertThat(parsed.select("section")).hasSize(1);
            assertThat(parsed.select("a[href]").eachAttr("href"))
                    .noneMatch(href -> href.startsWith("javascript:") || href.startsWith("//"));
            assertThat(parsed.wholeText() + parsed.select("[aria-label]").eachAttr("aria-label"))
                    .contains(name);
        }
    }

    @Test
    protected void noNameSteersOrTurnsTextAround() {
        String name = "a\u0000\u001b[31m\b\u009b\u202egnp\u2066\u200f\u061c";

        assertThat(fragments(name))
                .allSatisfy(html -> assertThat(html.toString())
                        .contains("\ufffd\ufffd[31m\ufffd\ufffd\ufffdgnp")
                        .doesNotContainPattern(
                                "[\\p{Cntrl}\\x80-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\n]]"));
    }

    /** Everything that is shown, with this name wherever one can be. */
    protected final List<Html> fragments(String name) {
        Page page = new Page(actions(), Theme.LIGHT);
        Problem problem = new Problem(SyncError.PROVIDER_ERROR, name);
        Overview overview = new Overview(List.of(new AccountTasks(
                Samples.CRM, List.of(Samples.allOf(name), Samples.task("17", name, Status.DISABLED)), problem)));
        PastRun run = new PastRun(name, Status.HEALTHY, name, Samples.NOON, Samples.NOON, null, name, name);
        Listed<PastRun> runs = new Listed<>(List.of(run, run), problem);
        return List.of(
                page.overview(new OverviewView(
                        overview, List.of(name), new Filter(null, null, name, 1), Samples.NOON, Samples.NOW, 1)),
                page.task(new TaskView(Samples.CRM, Samples.allOf(name), runs, Samples.NOW)),
                page.task(new TaskView(Samples.CRM, Samples.task("17", name, Status.HEALTHY), runs, Samples.NOW)),
                page.started(new StartView(Samples.CRM, name, new StartView.Result.Started(name, name), null)),
                page.started(new StartView(Samples.CRM, name, new StartView.Result.AlreadyStarted(name, name), null)),
                page.started(new StartView(Samples.CRM, name, new StartView.Result.NotConfirmed(name, name), null)),
                page.started(new StartView(Samples.CRM, name, new StartView.Result.NotStarted(name), null)),
                page.message(name, name));
    }
}
