package claimtrail.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/// Half a year of an invented practice, so that a newcomer sees figures at once. Its files go in by the door that
/// everybody uses and stay in the data directory, to be looked at.
final class Samples {

    /// The practice's number, which is its NPI.
    static final String PRACTICE = "1790321859";

    private static final String REGISTRATION = "0-practice.json";
    private static final String APPEALS = "-appeals.json";
    private static final String STEP = "samples.done";

    private Samples() {}

    /// Takes the samples in, once in the life of a data directory. A start that was cut short goes on where it stopped,
    /// since a file known already does no harm.
    static void takeIn(Sandbox sandbox) throws IOException {
        if (sandbox.directory().knows(STEP)) {
            return;
        }
        var place = Files.createDirectories(sandbox.directory().place().resolve("samples"));
        try (var delivery = new Delivery(sandbox.address(), PRACTICE)) {
            for (var resource : inOrder()) {
                var file = copy(resource, place);
                var name = String.valueOf(file.getFileName());
                if (name.equals(REGISTRATION)) {
                    require(delivery.post("/api/practices", "samples-practice", Files.readString(file)), name);
                } else if (name.endsWith(APPEALS)) {
                    appeal(delivery, file);
                } else {
                    var report = delivery.deliver(file, _ -> {}).getFirst();
                    if (!report.taken()) {
                        throw new IllegalStateException(
                                "The sample %s was not taken: %s".formatted(file.getFileName(), report.remark()));
                    }
                }
            }
        }
        sandbox.directory().remember(STEP);
    }

    /// Their names sort them as they would have arrived.
    private static List<Resource> inOrder() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:/samples/*.*"))
                .sorted(Comparator.comparing(it -> String.valueOf(it.getFilename())))
                .toList();
    }

    /// Appeals are no file of the trade: somebody enters them, claim by claim.
    private static void appeal(Delivery delivery, Path file) throws IOException {
        int row = 0;
        for (var it : JsonMapper.shared().readTree(file)) {
            var claim = delivery.claim(it.path("claim").asString());
            var key = "samples-" + file.getFileName() + "-" + ++row;
            var status = delivery.post(
                    "/api/claims/" + claim + "/" + it.path("to").asString(),
                    key,
                    it.path("says").toString());
            require(status, key);
        }
    }

    private static void require(int status, String sample) {
        if (status >= 300) {
            throw new IllegalStateException("The sample %s was not taken: status %d".formatted(sample, status));
        }
    }

    private static Path copy(Resource resource, Path place) throws IOException {
        var file = place.resolve(String.valueOf(resource.getFilename()));
        try (var bytes = resource.getInputStream()) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
