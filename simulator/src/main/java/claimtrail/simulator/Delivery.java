package claimtrail.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hands files in at the product's one door, as anybody would, and waits for the report.
final class Delivery implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int LOOKS = 300; // a minute
    private static final String DATA = "data:"; // of a server-sent event
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final URI product;
    private final String practice;

    /// @param product the address
    /// @param practice number or id of the practice whose files these are
    Delivery(URI product, String practice) {
        this.product = product;
        this.practice = practice;
    }

    /// Whether anything answers at an address.
    static boolean answers(URI product) {
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            client.send(HttpRequest.newBuilder(product).build(), BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Delivers one file.
    ///
    /// @param reached hears behind which byte the product will not read again
    /// @return one report, or one for each file of an archive
    /// @throws CannotStart if the product cannot be reached
    List<Report> deliver(Path file, LongConsumer reached) throws IOException {
        var request = HttpRequest.newBuilder(product.resolve("/api/admin/claims/import"))
                .header("Content-Type", type(file))
                .header("X-Practice", practice)
                .POST(BodyPublishers.ofFile(file))
                .build();
        var answer = send(request);
        return switch (answer.statusCode()) {
            case 200 -> Report.all(file, read(answer));
            case 202 -> await(file, answer.headers().firstValue("Location").orElseThrow(), reached);
            default -> List.of(Report.notTaken(file, why(answer.statusCode(), answer.body())));
        };
    }

    /// Sends a JSON body and says how it was answered.
    int post(String path, String key, String body) throws IOException {
        var request = HttpRequest.newBuilder(product.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        if (!path.equals("/api/practices")) { // which is asked for no practice, but makes one
            request.header("X-Practice", practice);
        }
        return send(request.build()).statusCode();
    }

    /// The id of a claim that was delivered just now: it is looked for until the reading side has counted up to it.
    String claim(String number) throws IOException {
        var request = HttpRequest.newBuilder(
                        product.resolve("/api/claims?dateRange=3660&search=" + number + "&practice=" + practice))
                .build();
        for (int look = 0; look < LOOKS; look++) {
            var found = read(send(request)).path("claims");
            if (!found.isEmpty()) {
                return found.get(0).path("id").asString();
            }
            pause();
        }
        throw new IllegalStateException("The claim %s does not appear.".formatted(number));
    }

    @Override
    public void close() {
        closed.countDown();
        client.close();
    }

    /// Listens to the progress of an import until it is over.
    private List<Report> await(Path file, String location, LongConsumer reached) throws IOException {
        var request = HttpRequest.newBuilder(product.resolve(location + "/events"))
                .header("X-Practice", practice)
                .build();
        var answer = send(request, BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            if (answer.statusCode() != 200) {
                return List.of(Report.notTaken(file, why(answer.statusCode(), lines.collect(Collectors.joining()))));
            }
            var last = lines.filter(line -> line.startsWith(DATA))
                    .map(line -> JSON.readTree(line.substring(DATA.length())))
                    .peek(report -> reached.accept(report.path("bytesRead").asLong()))
                    .filter(report -> !report.path("state").asString("").equals("RUNNING"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The product stopped telling about %s.".formatted(file)));
            return Report.all(file, last);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws IOException {
        try {
            return client.send(request, body);
        } catch (ConnectException e) {
            throw new CannotStart("Nothing answers at %s.".formatted(product), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The delivery was interrupted.", e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /// The product's code, or the bare status where something else answered.
    private static String why(int status, String body) {
        try {
            var code = JSON.readTree(body).path("code").asString("");
            return code.isEmpty() ? "status " + status : code;
        } catch (JacksonException e) {
            return "status " + status;
        }
    }

    private static String type(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "835", "837", "277", "x12", "edi" -> "application/edi-x12";
            case "json" -> "application/json";
            case "ndjson" -> "application/x-ndjson";
            case "csv" -> "text/csv";
            case "gz" -> "application/gzip";
            case "zip" -> "application/zip";
            default -> "application/octet-stream"; // the product looks into the bytes
        };
    }

    /// The reading side tells nobody when it has counted a fact, so it is asked again; whoever closes ends the waiting.
    private void pause() {
        try {
            if (closed.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotStart("The delivery was closed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The delivery was interrupted.", e);
        }
    }
}
