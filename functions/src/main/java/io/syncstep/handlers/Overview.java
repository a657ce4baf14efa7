package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.syncstep.credentials.AccountNames;
import io.syncstep.credentials.SecretNames;
import io.syncstep.http.Http;
import io.syncstep.json.Json;
import io.syncstep.overview.Fault;
import io.syncstep.overview.Lookout;
import io.syncstep.overview.OverviewJson;
import io.syncstep.overview.Problem;
import io.syncstep.overview.Seen;
import io.syncstep.overview.Waiting;
import io.syncstep.page.Html;
import io.syncstep.page.Page;
import io.syncstep.page.Theme;
import io.syncstep.sync.SyncError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Shows every task of every account: as HTML to a widget of CloudWatch, which can start a run too, and as JSON to anybody else
 * who calls it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html">AWS's
 *     page</a>
 */
public class Overview implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(Overview.class.getName());

    private static final Problem FOR_WIDGETS = new Problem(
            SyncError.INVALID_REQUEST,
            "open and start are for widgets of CloudWatch: their events have a widgetContext.");

    private final Lookout lookout;
    private final SyncStart start;
    private final Clock clock;

    /** For Lambda. */
    public Overview() {
        this(
                lookout(Wiring.ofLambda().with(TaskLists.LIMITS), StoredAccounts.ofLambda(), new Http()),
                SyncStart.ofLambda(Clock.systemUTC()),
                Clock.systemUTC());
        Rehearsal.of(Overview::rehearse);
    }

    public Overview(Lookout lookout, SyncStart start, Clock clock) {
        this.lookout = lookout;
        this.start = start;
        this.clock = clock;
    }

    private static Lookout lookout(Wiring wiring, AccountNames names, Http http) {
        TaskLists lists = new TaskLists(wiring, http);
        return new Lookout(names, lists, new RunLists(lists), wiring.clock(), new Waiting.UntilRead());
    }

    /** What was shown. */
    static List<String> rehearse(Script script, Props props) throws IOException {
        Wiring wiring = Wiring.of(props);
        SecretNames names = new SecretNames(props.client(Wiring.secretsManager()), "rehearsal/");
        SyncStart start = new SyncStart(
                props.client(SyncStart.builder()),
                "arn:aws:states:us-east-1:123456789012:stateMachine:rehearsal",
                wiring.clock());
        Overview rehearsed = new Overview(lookout(wiring, names, props.http()), start, wiring.clock());
        List<String> shown = new ArrayList<>();
        for (String event : script.events("Overview")) {
            JsonNode answer = rehearsed.answer(read(event.getBytes(StandardCharsets.UTF_8)), "rehearsal", line -> {});
            Json.MAPPER.writeValueAsBytes(answer);
            shown.add(answer.asText());
        }
        return shown;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode answer = answer(
                read(in.readAllBytes()),
                context.getInvokedFunctionArn(),
                line -> context.getLogger().log(line, LogLevel.INFO));
        out.write(Json.MAPPER.writeValueAsBytes(answer));
    }

    /** The event, or a missing node where it can't be read: CloudWatch would show the stack trace of what is thrown. */
    private static JsonNode read(byte[] event) throws IOException {
        try {
            return Json.MAPPER.readTree(event);
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /** What Lambda is thrown, it tells with its message, in answer and log: whatever breaks here is told without. */
    private JsonNode answer(JsonNode event, String endpoint, Consumer<String> log) {
        JsonNode context = event.path("widgetContext");
        try {
            Wish wish = event.isObject() ? Wish.of(event) : new Wish.Unclear("The event must be a JSON object.");
            return switch (wish) {
                case Wish.Describe ignored -> object().put("markdown", Widget.DESCRIPTION);
                case Wish.Shown shown ->
                    context.isObject() ? html(widget(context, endpoint, log).show(shown)) : json(shown, log);
            };
        } catch (RuntimeException bug) {
            Problem problem = told(bug);
            return context.isObject()
                    ? html(page(context, actions(endpoint)).message("This could not be shown.", problem.message()))
                    : error(problem);
        }
    }

    private static JsonNode html(Html section) {
        return TextNode.valueOf("<style>" + Page.style() + "</style>" + section);
    }

    private Widget widget(JsonNode context, String endpoint, Consumer<String> log) {
        WidgetActions actions = actions(endpoint);
        return new Widget(lookout, start, clock, actions, page(context, actions), log);
    }

    private static WidgetActions actions(String endpoint) {
        return new WidgetActions(endpoint, Overview::newName);
    }

    private static Page page(JsonNode context, WidgetActions actions) {
        return new Page(actions, context.path("theme").asText().equals("dark") ? Theme.DARK : Theme.LIGHT);
    }

    /** To whom a widget shows nothing: without its context nobody can press a button. */
    private JsonNode json(Wish.Shown wish, Consumer<String> log) {
        return switch (wish) {
            case Wish.Show ignored -> json(lookout.look(), log);
            case Wish.Unclear unclear -> error(new Problem(SyncError.INVALID_REQUEST, unclear.why()));
            case Wish.Open ignored -> error(FOR_WIDGETS);
            case Wish.Start ignored -> error(FOR_WIDGETS);
        };
    }

    /** What a script can't use is for the log: a secret whose name is no account. */
    private static JsonNode json(Seen seen, Consumer<String> log) {
        seen.notices()
                .forEach(notice -> log.accept(object().put("warning", notice).toString()));
        Problem problem = seen.problem();
        return problem == null ? OverviewJson.of(seen.overview()) : error(problem);
    }

    private static JsonNode error(Problem problem) {
        return object().put("error", problem.error().word()).put("message", problem.message());
    }

    /** The message of a fault may quote anything, so that it is not told. */
    private static Problem told(RuntimeException bug) {
        Fault fault = new Fault(bug);
        LOG.log(Level.SEVERE, "The overview ended in {0}", fault);
        return new Problem(
                SyncError.PROVIDER_ERROR, fault.kind() + " in Syncstep itself; the log of the function says where.");
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }

    private static String newName() {
        return "widget-" + UUID.randomUUID();
    }
}
