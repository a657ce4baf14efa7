package io.syncstep.local.simulator.stitch;

import io.syncstep.local.simulator.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One page of a list: 100 records, counted from 1. The link {@code next} is absent on the last. */
record Page<T>(List<T> data, int page, int total, Map<String, String> links) {

    private static final int SIZE = 100;

    /** The page asked for. Throws {@code NumberFormatException} when {@code page} is no number. */
    static <T> Page<T> of(List<T> all, Request request) {
        int page = Math.max(1, Integer.parseInt(request.parameter("page").orElse("1")));
        int from = Math.min((page - 1) * SIZE, all.size());
        int to = Math.min(from + SIZE, all.size());
        Map<String, String> links = new TreeMap<>();
        if (to < all.size()) {
            links.put("next", request.path() + "?page=" + (page + 1));
        }
        if (page > 1) {
            links.put("previous", request.path() + "?page=" + (page - 1));
        }
        return new Page<>(all.subList(from, to), page, all.size(), links);
    }
}
