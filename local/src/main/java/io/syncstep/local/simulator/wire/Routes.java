package io.syncstep.local.simulator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which method of a simulator answers which call. The first route that fits is taken. */
public final class Routes {

    private final List<Route> routes = new ArrayList<>();

    /** Answers a call. */
    @FunctionalInterface
    public interface Answer {
        /** The answer to a call, given what stood in the holes of the route's path, decoded and in order. */
        Reply to(Request request, List<String> holes);
    }

    private record Route(String method, PathPattern path, Answer answer) {

        Optional<Reply> answer(Request request) {
            return request.method().equals(method)
                    ? path.read(request.path()).map(holes -> answer.to(request, holes))
                    : Optional.empty();
        }
    }

    /** Adds a call; its path has <code>{name}</code> for each segment that the answer wants to know. */
    public Routes on(String method, String path, Answer answer) {
        routes.add(new Route(method, PathPattern.of(path), answer));
        return this;
    }

    /** Empty when the provider has no such call. */
    public Optional<Reply> answer(Request request) {
        return routes.stream().flatMap(route -> route.answer(request).stream()).findFirst();
    }
}
