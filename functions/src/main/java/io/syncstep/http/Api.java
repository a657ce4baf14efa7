package io.syncstep.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.credentials.Account;
import io.syncstep.credentials.BaseUrl;
import io.syncstep.credentials.Credential;
import io.syncstep.credentials.Redactor;
import io.syncstep.sync.Read;
import io.syncstep.sync.Refusal;
import io.syncstep.sync.Text;
import io.syncstep.sync.Trouble;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A provider's HTTP API under one account: adds address and token to each call, reads the credential again after a 401,
 * and cleans whatever is told on from secrets.
 */
public final class Api {

    private static final int LONGEST_TEXT = 4000;

    private final Http http;
    private final Access access;
    private final TimeBudget budget;

    /** An API that a missing credential ends with {@code CredentialNotFound}. */
    public Api(Http http, Account account, TimeBudget budget, Clock clock) {
        this(http, account, budget, clock, false);
    }

    /**
     * An API under an account.
     *
     * @param lenient whether a missing credential is a trouble that may pass: once a run was started, it must not be
     *     given up because somebody is just replacing the secret
     */
    public Api(Http http, Account account, TimeBudget budget, Clock clock, boolean lenient) {
        this(http, new Access(account, clock, lenient), budget);
    }

    private Api(Http http, Access access, TimeBudget budget) {
        this.http = http;
        this.access = access;
        this.budget = budget;
    }

    /** The same API for an answer that is not worth waiting for longer than this. */
    public Api hasty(Duration atMost) {
        return new Api(http, access, budget.reading(atMost));
    }

    public Credential credential() {
        return access.account().credential();
    }

    /** Reads the credential, so that a missing one is told before anything else. */
    public Read<Credential> authenticate() {
        return access.authenticate();
    }

    /** Asks for JSON. After a 401 once more, with the credential that is stored by now. */
    public Read<JsonNode> get(String path) {
        return asked(() -> getOnce(path));
    }

    /** The same for a list that may be long: what is not wanted of it is passed over, and no part of the JSON. */
    public Read<JsonNode> list(String path, Wanted wanted) {
        return asked(() -> authenticated(
                credential -> http.readList(ApiRequest.of(credential, "GET", path, null), budget.forRead(), wanted)));
    }

    private Read<JsonNode> asked(Supplier<Reply> call) {
        Reply reply = call.get();
        if (!reply.isUnauthorized()) {
            return read(reply);
        }
        return access.renewToRead().<Read<JsonNode>>map(Read.Unanswered::new).orElseGet(() -> read(call.get()));
    }

    /** Asks without following a redirect or repeating anything. */
    public Reply getOnce(String path) {
        return send("GET", path, null, budget::forRead);
    }

    /** Asks another host, to which the token must not go. */
    public Reply getWithoutToken(URI uri) {
        boolean isHttps = "https".equalsIgnoreCase(uri.getScheme());
        boolean isLocal = !"https".equalsIgnoreCase(credential().baseUrl().getScheme());
        if (!BaseUrl.isTrusted(uri) || !(isHttps || isLocal)) {
            return new Reply.NotSent("the address is not https");
        }
        return http.read(HttpRequest.newBuilder(uri).GET().build(), budget.forRead());
    }

    /**
     * Sends a call that changes something, once; after a 401, which is a sure no, once more if the store holds another
     * credential by now.
     */
    public Reply write(String method, String path, @Nullable String body) {
        return write(method, path, body, budget::forWrite);
    }

    /** The same for a call that may be sent twice: each waits no longer than a read, so that both fit into a function. */
    public Reply writeOneOfTwo(String method, String path, @Nullable String body) {
        return write(method, path, body, budget::forRead);
    }

    private Reply write(String method, String path, @Nullable String body, Supplier<Duration> patience) {
        Reply reply = send(method, path, body, patience);
        return reply.isUnauthorized() && access.renewToWrite() ? send(method, path, body, patience) : reply;
    }

    private Reply send(String method, String path, @Nullable String body, Supplier<Duration> patience) {
        return authenticated(credential -> send(ApiRequest.of(credential, method, path, body), patience.get()));
    }

    private Reply authenticated(Function<Credential, Reply> call) {
        return switch (authenticate()) {
            case Read.Got<Credential> got -> call.apply(got.value());
            case Read.Unanswered<Credential> no ->
                new Reply.NotSent(no.trouble().what());
            case Read.Refused<Credential> no -> new Reply.NotSent(no.refusal().words());
        };
    }

    private Reply send(HttpRequest request, Duration limit) {
        return request.method().equals("GET") ? http.read(request, limit) : http.write(request, limit);
    }

    private Read<JsonNode> read(Reply reply) {
        return switch (reply) {
            case Reply.NotSent not -> new Read.Unanswered<>(trouble(not.why()));
            case Reply.Lost lost -> new Read.Unanswered<>(trouble(lost.why()));
            case Reply.Answered answered -> read(answered);
        };
    }

    private Read<JsonNode> read(Reply.Answered answered) {
        if (answered.status() == 429 || answered.status() >= 500) {
            return new Read.Unanswered<>(trouble(answered));
        }
        if (!answered.isSuccess()) {
            return new Read.Refused<>(refusal(answered));
        }
        JsonNode json = answered.json();
        return json == null ? new Read.Unanswered<>(trouble(answered.unreadable())) : new Read.Got<>(json);
    }

    /** A trouble of this moment. */
    public Trouble trouble(String what) {
        return access.trouble(what);
    }

    /** What an answer that may pass says. */
    public Trouble trouble(Reply.Answered answered) {
        Instant now = access.now();
        return new Trouble(refusal(answered).words(), now, RetryAfter.of(answered.headers(), now), answered.status());
    }

    /** What an answer that is a no says. */
    public Refusal refusal(Reply.Answered answered) {
        String message = ProviderMessage.of(answered.body());
        return new Refusal(answered.status(), Reason.of(answered.status()), message == null ? null : clean(message));
    }

    /** A provider's text without secrets, at most 4,000 characters long. */
    public String clean(String text) {
        return Text.cut(redact(text), LONGEST_TEXT);
    }

    /** Whether an id may be told on: one that holds a secret is none. */
    public boolean isTellable(String id) {
        return !Redactor.isToken(id, access.tokens());
    }

    /** A provider's text of any length without secrets. */
    public String redact(String text) {
        return Redactor.clean(text, access.tokens());
    }
}
