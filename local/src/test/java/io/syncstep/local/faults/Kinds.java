package io.syncstep.local.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.local.endtoend.Stage;
import io.syncstep.local.faults.Kind.Nature;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of the table. */
final class Kinds {

    static final String WIRE = "On the wire";
    static final String BODY = "In the body";
    static final String CODE = "Codes";
    static final String PLATFORM = "In the platform";

    static final List<Kind> ALL = List.of(
            wire("connection refused", Nature.SURELY_NOT_PROCESSED, side -> new Mishap.NobodyListens()),
            wire("connection dropped", Nature.IN_DOUBT, once(new Damage.Drop())),
            wire("connection dropped, for good", Nature.IN_DOUBT, new Damage.Drop()),
            slow("no answer in time", Nature.IN_DOUBT, new Damage.Hang(Duration.ofSeconds(30))),
            slow("body that drips too slowly", Nature.ANSWERED_IN_DOUBT, new Damage.Drip(Duration.ofSeconds(2))),
            wire("body cut off", Nature.PERHAPS_ANSWERED, once(new Damage.Truncate())),
            body("garbage", new Damage.Garble()),
            body("JSON null", new Damage.JsonNull()),
            body("ids missing", new Damage.WithoutIds()),
            body("3 MB", new Damage.Inflate(3_000_000)),
            body("an empty list", new Damage.Instead(Reply.json(200, Map.of("data", List.of())))),
            body("a page of HTML", new Damage.Instead(Reply.html(200, "<html>Maintenance</html>"))),
            body("wrong content type", new Damage.Mislabel("text/plain")),
            new Kind(
                    BODY,
                    "error object in a 200",
                    Nature.SURELY_REJECTED,
                    false,
                    false,
                    side -> onTheWire(stage -> new Damage.Instead(side.errorObject()), false)),
            code("400 that quotes the token", Nature.SURELY_REJECTED, Kinds::quotingTheToken),
            code("401", Nature.SURELY_REJECTED, once(Damage.status(401))),
            lasting("401, for good", Nature.SURELY_REJECTED, 401),
            code("403", Nature.SURELY_REJECTED, once(Damage.status(403))),
            code("404", Nature.SURELY_REJECTED, once(Damage.status(404))),
            lasting("404, for good", Nature.SURELY_REJECTED, 404),
            code("408", Nature.SURELY_REJECTED, once(Damage.status(408))),
            code("429", Nature.SURELY_NOT_PROCESSED, once(Damage.status(429))),
            code(
                    "429, `Retry-After: 40`",
                    Nature.SURELY_NOT_PROCESSED,
                    once(new Damage.Instead(Reply.empty(429).with("Retry-After", "40")))),
            code("500", Nature.ANSWERED_IN_DOUBT, once(Damage.status(500))),
            code("502 with HTML", Nature.ANSWERED_IN_DOUBT, once(new Damage.Instead(Reply.html(502, "<html>")))),
            code("503", Nature.IN_DOUBT_AND_REPEATED, once(Damage.status(503))),
            lasting("503, for good", Nature.IN_DOUBT_AND_REPEATED, 503),
            code("504", Nature.ANSWERED_IN_DOUBT, once(Damage.status(504))),
            code("301 to another host", Nature.SURELY_REJECTED, Kinds::toAnotherHost),
            platform("answer lost", Nature.IN_DOUBT, new FunctionAnswer.Lost()),
            platform("`Lambda.Unknown`", Nature.IN_DOUBT, refused("Lambda.Unknown")),
            platform(
                    "`Lambda.TooManyRequestsException`",
                    Nature.SURELY_NOT_PROCESSED,
                    refused("Lambda.TooManyRequestsException")),
            platform("`Lambda.ServiceException`", Nature.IN_DOUBT, refused("Lambda.ServiceException")),
            new Kind(
                    PLATFORM,
                    "`Lambda.ServiceException`, for good",
                    Nature.IN_DOUBT,
                    true,
                    false,
                    side -> new Mishap.InThePlatform(refused("Lambda.ServiceException"))),
            platform("`Sandbox.Timedout`", Nature.IN_DOUBT, refused("Sandbox.Timedout")),
            platform(
                    "a function throws",
                    Nature.IN_DOUBT,
                    new FunctionAnswer.Threw("java.lang.OutOfMemoryError", JsonNodeFactory.instance.objectNode())));

    private Kinds() {}

    private static Kind wire(String name, Nature nature, Function<Side, Mishap> mishap) {
        return new Kind(WIRE, name, nature, false, false, mishap);
    }

    private static Kind wire(String name, Nature nature, Damage damage) {
        return new Kind(WIRE, name, nature, true, false, side -> onTheWire(stage -> damage, true));
    }

    private static Kind slow(String name, Nature nature, Damage damage) {
        return new Kind(WIRE, name, nature, false, true, once(damage));
    }

    private static Kind body(String name, Damage damage) {
        Nature nature = damage instanceof Damage.Mislabel ? Nature.HARMLESS : Nature.ANSWERED_IN_DOUBT;
        return new Kind(BODY, name, nature, false, false, once(damage));
    }

    private static Kind code(String name, Nature nature, Function<Side, Mishap> mishap) {
        return new Kind(CODE, name, nature, false, false, mishap);
    }

    private static Kind lasting(String name, Nature nature, int status) {
        return new Kind(CODE, name, nature, true, false, side -> onTheWire(stage -> Damage.status(status), true));
    }

    private static Kind platform(String name, Nature nature, FunctionAnswer instead) {
        return new Kind(PLATFORM, name, nature, false, false, side -> new Mishap.InThePlatform(instead));
    }

    private static Function<Side, Mishap> once(Damage damage) {
        return side -> onTheWire(stage -> damage, false);
    }

    private static Mishap onTheWire(Function<Stage, Damage> damage, boolean every) {
        return new Mishap.OnTheWire(damage, every);
    }

    private static Mishap quotingTheToken(Side side) {
        String quote = "No permission. Authorization: Bearer " + side.token() + ", token=" + side.token();
        return onTheWire(stage -> new Damage.Instead(Reply.json(400, Map.of("message", quote))), false);
    }

    private static Mishap toAnotherHost(Side side) {
        return onTheWire(
                stage -> new Damage.Instead(
                        Reply.empty(301).with("Location", side.elsewhere(stage).toString())),
                false);
    }

    private static FunctionAnswer refused(String error) {
        return new FunctionAnswer.Refused(error, "the platform's own words");
    }
}
