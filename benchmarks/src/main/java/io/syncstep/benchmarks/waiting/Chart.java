package io.syncstep.benchmarks.waiting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines over two logarithmic axes, as SVG. */
record Chart(String title, String below, String beside, Axis x, Axis y) {

    record Point(double x, double y) {}

    record Line(String name, String color, double width, List<Point> points) {}

    private static final int LEGEND = 640;

    String with(List<Line> lines) {
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 510" font-family="sans-serif" font-size="13">
                <rect width="860" height="510" fill="#ffffff"/>
                """);
        svg.append(text(x.from(), 26, "start", "<tspan font-weight=\"bold\">" + title + "</tspan>"));
        svg.append(text((x.from() + x.to()) / 2, y.from() + 42, "middle", below));
        svg.append(text(8, y.to() - 12, "start", beside));
        x.marks().forEach(mark -> svg.append(vertical(mark)));
        y.marks().forEach(mark -> svg.append(horizontal(mark)));
        for (int i = 0; i < lines.size(); i++) {
            svg.append(path(lines.get(i))).append(legend(lines.get(i), y.to() + 14 + 24 * i));
        }
        return svg.append("</svg>\n").toString();
    }

    private String vertical(int mark) {
        double at = x.at(mark);
        return rule(at, y.from(), at, y.to()) + text(at, y.from() + 20, "middle", Axis.label(mark));
    }

    private String horizontal(int mark) {
        double at = y.at(mark);
        return rule(x.from(), at, x.to(), at) + text(x.from() - 8, at + 4, "end", Axis.label(mark));
    }

    private static String rule(double x1, double y1, double x2, double y2) {
        return String.format(Locale.ROOT, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#dddddd\"/>%n", x1, y1, x2, y2);
    }

    private String path(Line line) {
        String points = line.points().stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x.at(point.x()), y.at(point.y())))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n",
                points,
                line.color(),
                line.width());
    }

    private static String legend(Line line, double at) {
        return String.format(
                        Locale.ROOT,
                        "<path d=\"M%d %.1fh24\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n",
                        LEGEND,
                        at,
                        line.color(),
                        line.width())
                + text(LEGEND + 32, at + 4, "start", line.name());
    }

    private static String text(double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
    }
}
