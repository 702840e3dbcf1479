package claimtrail.simulator;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hands files in at the product's one door, as anybody would, and waits for the report.
final class Delivery implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int LOOKS = 300; // a minute
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
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
    /// @throws CannotStart if the product cannot be reached
    Report deliver(Path file, LongConsumer reached) throws IOException {
        var request = HttpRequest.newBuilder(product.resolve("/api/admin/claims/import"))
                .header("Content-Type", type(file))
                .header("X-Practice", practice)
                .POST(BodyPublishers.ofFile(file))
                .build();
        var answer = send(request);
        return switch (answer.statusCode()) {
            case 200 -> Report.of(file, read(answer));
            case 202 -> await(file, answer.headers().firstValue("Location").orElseThrow(), reached);
            default -> Report.notTaken(file, why(answer));
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
        client.close();
    }

    private Report await(Path file, String location, LongConsumer reached) throws IOException {
        var request = HttpRequest.newBuilder(product.resolve(location))
                .header("X-Practice", practice)
                .build();
        while (true) {
            var answer = send(request);
            if (answer.statusCode() != 200) {
                return Report.notTaken(file, why(answer));
            }
            var report = read(answer);
            reached.accept(report.path("bytesRead").asLong());
            if (!report.path("state").asString("").equals("RUNNING")) {
                return Report.of(file, report);
            }
            pause();
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
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
    private static String why(HttpResponse<String> answer) {
        try {
            var code = read(answer).path("code").asString("");
            return code.isEmpty() ? "status " + answer.statusCode() : code;
        } catch (JacksonException e) {
            return "status " + answer.statusCode();
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

    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The delivery was interrupted.", e);
        }
    }
}
