package claimtrail.query;

import claimtrail.metric.claim.ClaimFold;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reading side, started as in real life, and somebody who asks it over HTTP.
final class Reader implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestLog log;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    Reader(TestLog log, int segments) {
        this(log, segments, new String[0]);
    }

    /// With further settings, which stand above all others.
    Reader(TestLog log, int segments, String... further) {
        this.log = log;
        this.context = QuerySide.start(arguments(log.url(), segments, further));
    }

    /// How the reading side is started on a log. It makes checkpoints only where it is told where to.
    static String[] arguments(String url, int segments, String... further) {
        var evident = Stream.of(further).anyMatch(it -> it.startsWith("--claimtrail.integrity.directory="));
        return Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--claimtrail.database.url=" + url,
                                "--claimtrail.database.user=postgres",
                                "--spring.datasource.hikari.connection-timeout=1000",
                                "--claimtrail.feed.segments=" + segments,
                                "--claimtrail.jobs.poll=100ms",
                                "--claimtrail.integrity.enabled=" + evident,
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=WARN"),
                        Stream.of(further))
                .toArray(String[]::new);
    }

    /// What is answered, whatever it is.
    HttpResponse<String> get(String path) {
        return get(path, "*none*");
    }

    /// What is answered to one who has something already.
    HttpResponse<String> get(String path, String tag) {
        return send(path, request -> request.header("If-None-Match", tag));
    }

    /// What is answered to a press of a button, whatever it is.
    ///
    /// @param accept what the caller wants to read
    HttpResponse<String> post(String path, String accept) {
        return send(path, request -> request.header("Accept", accept).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /// What is answered to one who sends something, whatever it is.
    HttpResponse<String> post(String path, String type, String body) {
        return send(
                path, request -> request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// What is answered to one who wants something gone.
    HttpResponse<String> delete(String path) {
        return send(path, HttpRequest.Builder::DELETE);
    }

    private HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> how) {
        var port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        try {
            return http.send(
                    how.apply(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .timeout(Duration.ofSeconds(20)))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    /// The answer to a question that is in order.
    JsonNode ask(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /// A bean of the running side.
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Waits until everything in the log is counted.
    Reader caughtUp() {
        var head = log.jdbc()
                .sql("select position from event_store.log_head")
                .query(Long.class)
                .single();
        await("everything up to " + head + " is counted", () -> {
            var least = log.jdbc()
                    .sql("select min(coalesce(s.token, 0)) from read_model.token_entry t"
                            + " left join read_model.fold_status s on s.segment = t.segment"
                            + " where t.processor_name = ?")
                    .param(ClaimFold.NAME)
                    .query(Long.class)
                    .optional();
            return least.isPresent() && least.get() >= head;
        });
        return this;
    }

    /// Waits until totals are kept of every whole stretch of so many positions.
    Reader kept(int size) {
        var whole = log.jdbc()
                .sql("select position / ? * ? from event_store.log_head")
                .params(size, size)
                .query(Long.class)
                .single();
        await(
                "totals up to " + whole + " are kept",
                () -> log.jdbc().sql("""
                    select count(*) from read_model.kept_until where position = ? and size = ?
                    """).params(whole, size).query(Long.class).single() == 4);
        return this;
    }

    /// Waits, with a deadline, until something is so.
    void await(String what, BooleanSupplier so) {
        awaiting(what, Integer.getInteger("patience", 30), so);
    }

    /// Waits, at most so many seconds, until something is so.
    static void awaiting(String what, int seconds, BooleanSupplier so) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in " + seconds + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
