package io.syncstep.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.Status;
import io.syncstep.page.Filter;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.ProviderName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link Wish} of an event. Of what CloudWatch adds by itself, {@code widgetContext}, nothing is refused: it may have
 * more tomorrow.
 */
final class WishParser {

    private static final String FILTER = "filter";
    private static final String SHOW = "show";
    private static final String LIST = "list";
    private static final String OPEN = "open";
    private static final String START = "start";
    private static final String NAME = "name";

    private static final List<String> ALL = List.of(SHOW, OPEN, START, NAME, FILTER, LIST, "describe", "widgetContext");
    private static final List<String> OF_FILTER = List.of(Filter.PROVIDER, Filter.STATUS, Filter.TEXT, Filter.PART);
    private static final List<String> OF_TASK = List.of("provider", "account", "taskId");

    private final Parameters event;

    WishParser(JsonNode event) {
        this.event = new Parameters("", event);
    }

    /** @throws InvalidRequest when it breaks a rule */
    Wish wish() {
        if (event.flag("describe")) {
            return new Wish.Describe();
        }
        event.allowOnly(ALL);
        if (event.has(START)) {
            return start();
        }
        if (event.has(NAME)) {
            throw event.invalid(NAME, "must come with start");
        }
        return event.has(OPEN) ? open() : new Wish.Show(filter());
    }

    /**
     * CloudWatch sends the parameters of a widget whenever it is loaded, beside {@code widgetContext} and as its {@code params}; a
     * button's come beside it alone. A start taken from a widget's own would be one that nobody pressed a button for.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html">AWS's
     *     page</a>
     */
    private Wish.Start start() {
        if (event.json().at("/widgetContext/params").has(START)) {
            throw event.invalid(START, "must come from a button, not from the parameters of a widget");
        }
        return new Wish.Start(event.text(NAME), event.json().path(START));
    }

    private Wish.Open open() {
        Parameters task = Parameters.in(OPEN, event.json().path(OPEN));
        task.allowOnly(OF_TASK);
        String account = task.text("provider") + "/" + task.text("account");
        if (task.text("taskId").isEmpty()) {
            throw task.invalid("taskId", "must be a text");
        }
        return AccountName.parse(account)
                .map(name -> new Wish.Open(name, task.text("taskId")))
                .orElseThrow(() -> event.invalid(OPEN, "must have the provider and the account of a task"));
    }

    /**
     * A button, else the form, else the widget's own parameters. CloudWatch sends the form with every call, so that a refreshed list
     * stays as it was filtered, and at the part that was turned to.
     */
    private Filter filter() {
        if (event.has(LIST)) {
            return byParameters(LIST);
        }
        if (event.flag(FILTER)) {
            return byForm().withPart(1);
        }
        return event.has(SHOW) && !isFormFilled() ? byParameters(SHOW) : byForm();
    }

    /** Whether the list was shown before: its form has a field for each, an empty one too. */
    private boolean isFormFilled() {
        return OF_FILTER.stream().anyMatch(form()::has);
    }

    private JsonNode form() {
        return event.json().at("/widgetContext/forms/all");
    }

    /** What a form sends is what this program put into it; of an older one, a word that means nothing filters nothing. */
    private Filter byForm() {
        Map<String, String> texts = new LinkedHashMap<>();
        form().properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return Filter.of(texts);
    }

    private Filter byParameters(String name) {
        Parameters show = Parameters.in(name, event.json().path(name));
        show.allowOnly(OF_FILTER);
        if (show.text(Filter.TEXT).length() > Filter.LONGEST_TEXT) {
            throw show.invalid(Filter.TEXT, "must have at most " + Filter.LONGEST_TEXT + " characters");
        }
        return new Filter(
                show.word(Filter.PROVIDER, ProviderName.values(), ProviderName::word),
                show.word(Filter.STATUS, Status.values(), Status::word),
                show.text(Filter.TEXT),
                part(show));
    }

    private static int part(Parameters show) {
        String number = show.has(Filter.PART) ? show.text(Filter.PART) : "1";
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw show.invalid(Filter.PART, "must be a text of digits, 1..999999");
        }
        return Integer.parseInt(number);
    }
}
