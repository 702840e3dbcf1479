package claimtrail.simulator.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.HdrHistogram.Histogram;

/// People who ask over HTTP, each the next question as soon as the last is answered (closed loop).
final class Clients {

    private static final int DIGITS = 3;

    private final URI address;
    private final int count;

    Clients(URI address, int count) {
        this.address = address;
        this.count = count;
    }

    /// How long answers took.
    ///
    /// @param micros of each answer
    /// @param perSecond answers a second of all clients together
    record Answers(Histogram micros, double perSecond) {

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }

        long count() {
            return micros.getTotalCount();
        }
    }

    /// Asks for some time, after as long a fifth of which nothing is measured.
    ///
    /// @param path the next question of a client, by its own dice
    /// @param status that each answer must have
    /// @throws IllegalStateException if an answer has another: then the figures would mean nothing
    Answers ask(Function<RandomGenerator, String> path, int status, Duration time) {
        var warm = time.dividedBy(5);
        try (var http = HttpClient.newBuilder()
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Callable<Histogram>>();
            for (int client = 0; client < count; client++) {
                var dice = RandomGeneratorFactory.of("L64X128MixRandom").create(client);
                runs.add(() -> {
                    ask(http, path, dice, status, warm);
                    return ask(http, path, dice, status, time);
                });
            }
            var all = new Histogram(DIGITS);
            for (var run : threads.invokeAll(runs)) {
                all.add(run.get());
            }
            return new Answers(all, all.getTotalCount() * 1e9 / time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the asking was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question was not answered", e.getCause());
        }
    }

    private Histogram ask(
            HttpClient http, Function<RandomGenerator, String> path, RandomGenerator dice, int status, Duration time)
            throws IOException, InterruptedException {
        var micros = new Histogram(DIGITS);
        var until = System.nanoTime() + time.toNanos();
        for (var begun = System.nanoTime(); begun < until; begun = System.nanoTime()) {
            var question = path.apply(dice);
            var answer =
                    http.send(HttpRequest.newBuilder(address.resolve(question)).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(question + " is answered with " + answer.statusCode());
            }
            micros.recordValue(Math.max(1, (System.nanoTime() - begun) / 1000));
        }
        return micros;
    }
}
