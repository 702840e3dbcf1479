package claimtrail.command.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the door of files as the world does.
final class FileDoor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String port;
    private final String practice;

    FileDoor(String port, String practice) {
        this.port = port;
        this.practice = practice;
    }

    /// What came back; no JSON where the body is none.
    record Answer(int status, JsonNode body, HttpResponse<String> http) {

        String id() {
            return body.path("importId").asString("");
        }

        int count(String field) {
            return body.path(field).asInt(-1);
        }

        String code() {
            return body.path("code").asString("");
        }

        String state() {
            return body.path("state").asString("");
        }
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8), "");
    }

    /// Sends a file; nobody says what it is.
    Answer file(byte[] bytes, String query) {
        return send(request("/api/admin/claims/import" + query).POST(BodyPublishers.ofByteArray(bytes)));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer report(String id) {
        return get("/api/admin/imports/" + id);
    }

    Answer cancel(String id) {
        return delete("/api/admin/imports/" + id);
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer verdict(String id, String place, String verdict) {
        return post("/api/admin/imports/" + id + "/records/" + place + "/verdict", "{\"verdict\":\"" + verdict + "\"}");
    }

    /// The names of the server-sent events of an import, until it is over.
    List<String> events(String id) {
        return eventsAt("/api/admin/imports/" + id);
    }

    List<String> eventsAt(String place) {
        try {
            var lines = client.send(request(place + "/events").GET().build(), BodyHandlers.ofLines());
            return lines.body()
                    .filter(it -> it.startsWith("event:"))
                    .map(it -> it.substring("event:".length()).strip())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Asks until the import is over.
    Answer whenOver(String id) {
        return whenRead(id, Integer.MAX_VALUE);
    }

    /// Asks until so many records are read, or the import is over.
    Answer whenRead(String id, int records) {
        long until = System.nanoTime() + PATIENCE;
        while (true) {
            var report = report(id);
            if (!report.state().equals("RUNNING") || report.count("read") >= records) {
                return report;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("still not over: " + report.body());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Practice", practice);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var http = client.send(request.build(), BodyHandlers.ofString());
            boolean json = http.headers()
                    .firstValue("Content-Type")
                    .filter(it -> it.contains("json"))
                    .isPresent();
            return new Answer(http.statusCode(), json ? JSON.readTree(http.body()) : JSON.createObjectNode(), http);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
