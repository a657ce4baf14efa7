package io.syncstep.handlers;

import static io.syncstep.handlers.OverviewCalls.ARN;
import static io.syncstep.handlers.OverviewCalls.node;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.page.Actions;
import io.syncstep.page.EscapingPromises;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the markup that CloudWatch gets, where names stand in what a button calls and asks, too. */
class WidgetEscapingTest extends EscapingPromises {

    @Override
    protected Actions actions() {
        return new WidgetActions(ARN, () -> "widget-1");
    }

    /** Nobody says whether CloudWatch reads it as markup or as text, so that it must be the same as both. */
    @ParameterizedTest
    @MethodSource("hostileNames")
    void whatAButtonCallsIsItsEventThoughItWereReadAsMarkup(String name) {
        List<Element> buttons = buttons(name);

        assertThat(buttons)
                .extracting(Element::wholeText)
                .allSatisfy(body -> assertThat(body).doesNotContain("<", ">", "&", "'"));
        List<JsonNode> events =
                buttons.stream().map(button -> node(button.wholeText())).toList();
        assertThat(events)
                .extracting(event -> event.at("/open/taskId").asText())
                .contains(name);
        assertThat(events).extracting(event -> event.at("/list/text").asText()).contains(name);
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void whatAButtonAsksIsTextToTheLastCharacter(String name) {
        assertThat(buttons(name))
                .extracting(button -> button.attr("confirmation"))
                .contains("Run " + name + " now?", "Send all rows of " + name + " again, not only those that changed?");
    }

    private List<Element> buttons(String name) {
        return fragments(name).stream()
                .flatMap(html -> Jsoup.parse(html.toString()).select("cwdb-action").stream())
                .toList();
    }
}
