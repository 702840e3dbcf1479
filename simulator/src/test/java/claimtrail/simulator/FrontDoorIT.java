package claimtrail.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The one address passes on what it gets, and neither changes, collects nor hides anything.
class FrontDoorIT {

    private static final long HUNDRED_MEGABYTES = 100L << 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void keepTheClient() {
        open.add(client);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var it : open.reversed()) {
            it.close();
        }
    }

    @Test
    void a_status_its_headers_and_its_body_arrive_as_the_side_sent_them() throws Exception {
        var command = side(exchange -> {
            exchange.getResponseHeaders().set("Location", "/api/claims/7");
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            answer(exchange, 201, exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        });
        var answer = send(
                door(command, gone()),
                HttpRequest.newBuilder().POST(BodyPublishers.ofString("{}")).header("Idempotency-Key", "k-1"),
                "/api/claims");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/claims/7");
        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(answer.body()).isEqualTo("k-1");
    }

    @Test
    void a_query_keeps_every_character() throws Exception {
        var query =
                side(exchange -> answer(exchange, 200, exchange.getRequestURI().toString()));
        var answer = send(
                door(gone(), query), HttpRequest.newBuilder().GET(), "/api/claims?search=A%2F1%20b&sort=-submittedOn");

        assertThat(answer.body()).isEqualTo("/api/claims?search=A%2F1%20b&sort=-submittedOn");
    }

    @Test
    void a_refusal_stays_the_refusal_of_the_side() throws Exception {
        var command = side(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            answer(exchange, 422, "{\"code\":\"APPEAL_TOO_LATE\"}");
        });
        var answer = send(
                door(command, gone()), HttpRequest.newBuilder().POST(BodyPublishers.noBody()), "/api/claims/7/appeals");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("APPEAL_TOO_LATE");
    }

    @Test
    void a_side_that_is_gone_is_named_as_a_problem_while_the_other_answers() throws Exception {
        var door = door(gone(), side(exchange -> answer(exchange, 200, "here")));

        var write = send(door, HttpRequest.newBuilder().POST(BodyPublishers.ofString("{}")), "/api/claims");
        assertThat(write.statusCode()).isEqualTo(502);
        assertThat(write.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(write.body()).contains("SIDE_UNREACHABLE");
        assertThat(send(door, HttpRequest.newBuilder().GET(), "/api/claims").body())
                .isEqualTo("here");
    }

    @Test
    void a_hundred_megabytes_pass_without_being_collected() throws Exception {
        var command = side(exchange -> answer(exchange, 200, Long.toString(drain(exchange.getRequestBody()))));
        var door = door(command, gone());
        var before = used();
        var answer = send(
                door,
                HttpRequest.newBuilder().POST(BodyPublishers.ofInputStream(() -> new Zeros(HUNDRED_MEGABYTES))),
                "/api/admin/claims/import");

        assertThat(answer.body()).isEqualTo(Long.toString(HUNDRED_MEGABYTES));
        assertThat(used() - before).isLessThan(HUNDRED_MEGABYTES / 2);
    }

    @Test
    void an_event_of_a_stream_arrives_before_the_next_one_is_sent() throws Exception {
        var read = new CountDownLatch(1);
        var command = side(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write("data: 1\n\n".getBytes(UTF_8));
                out.flush();
                read.await(); // a door that collects would wait here for ever, and the test with it
                out.write("data: 2\n\n".getBytes(UTF_8));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        var request = HttpRequest.newBuilder(door(command, gone()).resolve("/api/admin/imports/7/progress"))
                .build();
        try (var lines = new BufferedReader(new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(), UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: 1");
            read.countDown();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: 2");
        }
    }

    @Test
    void a_port_in_use_is_named_in_one_sentence() throws Exception {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> FrontDoor.open(other.getLocalPort(), gone(), gone()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Port %d is in use by another program: stop it, or choose another with --port."
                            .formatted(other.getLocalPort()));
        }
    }

    private URI door(URI command, URI query) {
        var door = FrontDoor.open(0, command, query);
        open.add(door);
        return door.address();
    }

    private URI side(HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        open.add(threads);
        open.add(() -> server.stop(0));
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// An address at which nobody listens.
    private static URI gone() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private HttpResponse<String> send(URI door, HttpRequest.Builder request, String path) throws Exception {
        return client.send(request.uri(door.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static long drain(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            total += n;
        }
        return total;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// So many bytes that never exist together.
    private static final class Zeros extends InputStream {
        private long left;

        private Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            var n = (int) Math.min(left, length);
            left -= n;
            return n == 0 ? -1 : n;
        }
    }
}
