package io.syncstep.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token goes to HTTPS, or unencrypted to this machine, and nowhere else. */
class BaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.hightouch.com/api/v1",
                "https://api.stitchdata.com:8443",
                "https://api.stitchdata.com:65535",
                "HTTPS://API.EXAMPLE",
                "http://localhost:4010",
                "http://LOCALHOST:4010/api/v1",
                "http://127.0.0.1:1",
                "http://127.12.3.4",
                "http://[::1]:4010"
            })
    void thereATokenMayGo(String url) {
        assertThat(BaseUrl.parse(url)).contains(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.hightouch.com",
                "//api.hightouch.com",
                "https://",
                "https:///api",
                "https:api.hightouch.com",
                "http://api.hightouch.com",
                "http://0.0.0.0:4010",
                "http://10.0.0.1",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://evil.example#localhost",
                "http://evil.example?localhost",
                "http://localhost@evil.example",
                "https://user:password@host",
                "https://host?query",
                "https://host#fragment",
                "ftp://localhost",
                "file:///etc/passwd",
                "https://host:0",
                "https://host:65536",
                "https://host:99999999999",
                "http://localhost:http",
                "https://ho st",
                "https://host\r\nX: 1",
                "javascript:alert(1)"
            })
    void thereItMayNot(String url) {
        assertThat(BaseUrl.parse(url)).isEmpty();
    }

    @Test
    void theContainersHostIsTrustedInSamLocalAlone() {
        // Tests do not run in sam local, where AWS_SAM_LOCAL is true.
        assertThat(System.getenv("AWS_SAM_LOCAL")).isNull();
        assertThat(BaseUrl.parse("http://host.docker.internal:4010")).isEmpty();
    }

    @Test
    void slashesAtTheEndAreCutOff() {
        assertThat(BaseUrl.parse("https://host/api/v1//")).contains(URI.create("https://host/api/v1"));
    }
}
