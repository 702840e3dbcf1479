package claimtrail.query.integrity;

import claimtrail.proof.SignedCheckpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Checkpoints under an address that takes `PUT`: a bucket with object lock and a signed or private address, a
/// witness, another hospital. The name of the checkpoint follows the address.
final class ObjectStorage implements CheckpointArchive, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /// @param address with everything before the name, such as `https://store.example/checkpoints/`
    ObjectStorage(URI address) {
        this.address = address;
    }

    @Override
    public void keep(SignedCheckpoint checkpoint) throws IOException {
        var place = URI.create(
                address + CheckpointArchive.name(checkpoint.checkpoint().size()));
        var request = HttpRequest.newBuilder(place)
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=utf-8")
                .PUT(BodyPublishers.ofString(checkpoint.note()))
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / HUNDRED != SUCCESS) {
                throw new IOException(place.getHost() + " answers " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
