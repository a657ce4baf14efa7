package io.syncstep.local.words;

import io.syncstep.sync.Text;
import java.time.Duration;

/** Text for a person. */
public final class Words {

    private Words() {}

    /** In one line, and {@linkplain Text#plain plain}: what a provider sends must not steer a terminal. */
    public static String printable(String text) {
        return Text.plain(text.replaceAll("[\\r\\n\\t]+", " ")).strip();
    }

    /** {@code 1:02:03}, or {@code 2:03} within the first hour. */
    public static String clock(Duration time) {
        return time.toHours() > 0
                ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /** {@code 1 h 2 min}, {@code 3 min 20 s}, {@code 5 s}: as a page tells it. */
    public static String duration(Duration time) {
        return io.syncstep.page.Words.duration(time);
    }

    /** {@code 1 check}, {@code 3 checks}. */
    public static String checks(int number) {
        return number == 1 ? "1 check" : number + " checks";
    }
}
