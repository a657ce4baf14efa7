"""HTTP servers for checks: on loopback, on a free port, gone with their check."""

import http.server
import threading


class LoopbackServer(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, handler):
        super().__init__(("127.0.0.1", 0), handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"127.0.0.1:{self.server_address[1]}"

    def close(self):
        self.shutdown()
        self.server_close()

    def handle_error(self, *_):
        """A JVM that ends drops its connections. Whoever waits for its answer reports that, with the function's log."""


class Handler(http.server.BaseHTTPRequestHandler):
    """Keeps connections alive, logs nothing, and reads bodies in either form."""

    protocol_version = "HTTP/1.1"
    # Else the kernel holds an answer's body back for 40 ms, until its head has been acknowledged.
    disable_nagle_algorithm = True

    def body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def reply(self, status, body, headers=None):
        self.send_response(status)
        # Not for looks: the runtime client dies of an answer without a Content-Type.
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
