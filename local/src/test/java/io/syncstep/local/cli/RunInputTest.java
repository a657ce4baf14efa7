package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code syncstep run}: what is no JSON or bad usage exits with 2, and what is no request is an invalid one. */
class RunInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "nonsense", "{\"provider\":}"})
    void whatIsNoJsonExitsWith2(String text) {
        var result = new Console().type(text).call("run", "-", "--json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("standard input is not JSON");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void whatIsNoUtf8ExitsWith2() {
        var result = new Console().type(new byte[] {'"', (byte) 0xff, '"'}).call("run", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("UTF-8");
    }

    @Test
    void aFileThatIsNotThereOrMuchTooLargeExitsWith2(@TempDir Path folder) throws IOException {
        var large = Files.writeString(folder.resolve("large.json"), " ".repeat(1024 * 1024 + 1));

        assertThat(new Console().call("run", folder.resolve("none.json").toString()))
                .returns(2, Console.Result::exitCode)
                .extracting(Console.Result::err)
                .asString()
                .contains("none.json");
        assertThat(new Console().call("run", large.toString()))
                .returns(2, Console.Result::exitCode)
                .extracting(Console.Result::err)
                .asString()
                .contains("1 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "null", "0", "false", "\"\"", "\"text\""})
    void jsonThatIsNoObjectIsAnInvalidRequest(String text) {
        var result = new Console().type(text).call("run", "-", "--json", "--virtual-time");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.json().path("error").asText()).isEqualTo("InvalidRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"provider\":\"stitch\",\"provider\":\"stitch\"}", "{\"provider\":\"stitch\"} {}"})
    void aKeyTwiceOrTextBehindTheObjectIsAnInvalidRequestThatNeverStarts(String text) {
        var json = new Console().type(text).call("run", "-", "--json").json();

        assertThat(json.path("error").asText()).isEqualTo("InvalidRequest");
        assertThat(json.at("/cause/message").asText()).isNotEmpty();
        assertThat(json.path("transitions").asInt()).isZero();
        assertThat(json.path("waits").isArray()).isTrue();
    }

    @Test
    void badUsageExitsWith2() {
        assertThat(new Console().call().exitCode()).isEqualTo(2);
        assertThat(new Console().call("run").exitCode()).isEqualTo(2);
        assertThat(new Console().call("run", "-", "--fast").exitCode()).isEqualTo(2);
        assertThat(new Console().call("run", "-", "--machine", "other").exitCode())
                .isEqualTo(2);
    }
}
