package io.syncstep.local.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** A request byte by byte: with headers that no client lets one choose. */
final class RawCall {

    private RawCall() {}

    /** The answer's status. */
    static int status(int port, String requestLine, String... headers) {
        var text = requestLine + "\r\n" + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            var answer = new StringBuilder();
            for (int read = socket.getInputStream().read();
                    read >= 0 && read != '\n';
                    read = socket.getInputStream().read()) {
                answer.append((char) read);
            }
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
