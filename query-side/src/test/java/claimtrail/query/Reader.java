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
        this.log = log;
        this.context = QuerySide.start(
                "--server.port=0",
                "--claimtrail.database.url=" + log.url(),
                "--claimtrail.database.user=postgres",
                "--spring.datasource.hikari.connection-timeout=1000",
                "--claimtrail.feed.segments=" + segments,
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN");
    }

    /// What is answered, whatever it is.
    HttpResponse<String> get(String path) {
        return get(path, "*none*");
    }

    /// What is answered to one who has something already.
    HttpResponse<String> get(String path, String tag) {
        var port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("If-None-Match", tag)
                            .timeout(Duration.ofSeconds(20))
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

    /// Waits, with a deadline, until something is so.
    void await(String what, BooleanSupplier so) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in 30 s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
